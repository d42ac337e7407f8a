"""Frozen values that are cheap to make.

A frozen dataclass sets each field through ``object.__setattr__``, which makes it three times as
dear as another one, and a text is read into hundreds. With ``dataclass`` from here the type
checker sees to it that none is changed; while the program runs they are only hashed as frozen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool = False, slots: bool = False):
        """As in the standard library, but that nothing stops a change of a frozen value."""
        return dataclasses.dataclass(unsafe_hash=frozen, slots=slots)

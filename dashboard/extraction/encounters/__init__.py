"""Encounters (PLOVER CONSULT): who met, called or visited whom, where and when."""

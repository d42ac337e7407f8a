"""Figures and tables to take away: PNG, SVG, PDF, PPTX, XLSX and CSV, each able to stand alone."""

"""Looks at the laptop before people come: one finding for each thing the hour depends on."""

"""Climbs and grounds drawn with plotly. These functions only draw; nothing here walks."""

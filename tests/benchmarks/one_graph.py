"""A Dash app with one graph of the first mountain, nothing else: `python one_graph.py PORT`."""

from __future__ import annotations

import sys

import numpy as np
import plotly.graph_objects as go
from dash import Dash, dcc

x, y = np.meshgrid(np.linspace(-5, 5, 120), np.linspace(-5, 5, 120))
z = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2  # Himmelblau, the mountain that we open with
app = Dash(__name__)
app.layout = dcc.Graph(figure=go.Figure(go.Surface(z=z)), style={"height": "100vh"})
app.run(port=sys.argv[1])

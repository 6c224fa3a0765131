"""One neuron: activation(w * x + b) on pairs (feature x, target t), and its loss over (w, b)."""

from __future__ import annotations

from surfaces.neuron.activations import ACTIVATIONS, Activation
from surfaces.neuron.batches import batch_gradient, batch_rows
from surfaces.neuron.csv_columns import Columns, read_columns
from surfaces.neuron.data_set import DataError, DataSet
from surfaces.neuron.data_sets import DATA_SETS
from surfaces.neuron.losses import LOSSES, Loss
from surfaces.neuron.record import Neuron, NeuronError, curve, first_neuron
from surfaces.neuron.surface import NeuronSurface, neuron_surface

__all__ = [
    "ACTIVATIONS",
    "DATA_SETS",
    "LOSSES",
    "Activation",
    "Columns",
    "DataError",
    "DataSet",
    "Loss",
    "Neuron",
    "NeuronError",
    "NeuronSurface",
    "batch_gradient",
    "batch_rows",
    "curve",
    "first_neuron",
    "neuron_surface",
    "read_columns",
]

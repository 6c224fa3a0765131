"""Fall Line: see why `new_weight = old_weight - learning_rate * gradient` works."""

__version__ = "0.1.0"

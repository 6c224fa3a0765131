/** What a neuron answers: activation(weight * feature + bias), as surfaces/neuron has it. */

const LEAK = 0.01; // slope of the leaky ReLU below 0

const ACTIVATIONS = {
  identity: (z) => z,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z) => Math.max(z, 0),
  "leaky-relu": (z) => Math.max(z, LEAK * z),
  softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
};

/** Answers at raw features `xs`; `mean` and `deviation` are what the feature is standardised by. */
export function answers({ activation, mean, deviation }, weight, bias, xs) {
  const f = ACTIVATIONS[activation];
  return xs.map((x) => f((weight * (x - mean)) / deviation + bias));
}

/** Weight and bias of walker `i` at a time in steps. */
export function weightsAt({ points, steps }, i, time) {
  const k = Math.min(Math.floor(time), steps);
  const next = Math.min(k + 1, steps);
  const at = (step, axis) => points[(i * (steps + 1) + step) * 2 + axis];
  return [0, 1].map((axis) => at(k, axis) + (at(next, axis) - at(k, axis)) * (time - k || 0));
}

model small = "smollm2-135m" { gpu_layer: 3, model: "x" }

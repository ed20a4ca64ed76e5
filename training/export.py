"""Writes the trained network as an int8 ONNX file and fits the temperature on the held-out frames.

    python training/export.py --run build/relation --weights FOLDER

Writes relation.onnx, relation.tokenizer.json and relation.toml into src/dragoman/data/model/.
"""

import argparse
import json
import logging
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from network import RelationNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import LABELS

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "model"
HEAD = """\
# How to read the outputs of relation.onnx, in their order. Written by training/export.py.
# plover: the type by the PLOVER manual. cameo: the root by the CAMEO crosswalk of 2021. They part
# on giving way that lies ahead (035), apologies (055), terms reached (057), verdicts (116), prison
# terms (173), sanctions and embargoes (163), blockades and occupations (191, 192; root 19 FIGHT).
# temperature: divides the logits, fitted on held-out sentences.
# threshold: below this probability of the best type the model abstains.
"""
CAMEO = {
    "CONCEDE/intent": "AGREE",
    "CONCEDE/apology": "SUPPORT",
    "AGREE/reached": "SUPPORT",
    "SANCTION/verdict": "ACCUSE",
    "SANCTION/sentence": "COERCE",
    "SANCTION/embargo": "COERCE",
    "COERCE/blockade": "ASSAULT",
}
"""The other reading of the labels on which the PLOVER manual and the crosswalk differ."""
log = logging.getLogger("export")


class One(nn.Module):
    """The network for a single sentence without padding."""

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.encoder = network.encoder
        self.head = network.head[1]

    def forward(self, ids: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Logits for the types."""
        states = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        first, opened, other = states[:, 0], states[:, source][:, 0], states[:, target][:, 0]
        return self.head(torch.cat([first, opened, other], dim=1))


def write(network: RelationNetwork, path: Path) -> None:
    """The network at `path`: weights in int8, a scale for each output channel."""
    network.eval()
    network.fold()
    ids, place = torch.arange(1000, 1012)[None], torch.tensor([3])
    length = torch.export.Dim("length", min=6, max=512)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            One(network),
            (ids, place, place),
            plain,
            input_names=["ids", "source", "target"],
            output_names=["logits"],
            dynamic_shapes={"ids": {1: length}, "source": {}, "target": {}},
            dynamo=True,
            external_data=False,
        )
        quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8)
    model = onnx.load(path)
    for part in (model, model.graph):
        part.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    del model.graph.value_info[:]
    onnx.save(model, path)


def temperature(logits: Tensor, labels: Tensor) -> float:
    """The temperature with the least log loss.

    Guo et al., "On calibration of modern neural networks", ICML 2017.
    """
    grid = [i / 100 for i in range(30, 301)]
    losses = [float(nn.functional.cross_entropy(logits / t, labels)) for t in grid]
    return grid[losses.index(min(losses))]


def reliability(logits: Tensor, labels: Tensor) -> list[tuple[str, int, float, float]]:
    """Bins of the best probability: name, sentences, mean probability, share right."""
    share, best = logits.softmax(1).max(1)
    found = []
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
        inside = (share >= low) & (share < high)
        if n := int(inside.sum()):
            right = float((best == labels)[inside].float().mean())
            found.append((f"{low:.2f}-{min(high, 1):.2f}", n, float(share[inside].mean()), right))
    return found


def output(label: str) -> str:
    """The entry of one output of the network."""
    plover, cameo = label.split("/")[0], CAMEO.get(label, label)
    return f'\n[[outputs]]  # {label}\nplover = "{plover}"\ncameo = "{cameo}"\n'


def main() -> None:
    """Reads the options and exports."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--threshold", type=float, default=0.7)
    options = parser.parse_args()
    DATA.mkdir(parents=True, exist_ok=True)
    network = RelationNetwork(options.weights, len(LABELS))
    network.load_state_dict(torch.load(options.run / "network.pt", weights_only=True))
    write(network, DATA / "relation.onnx")
    shutil.copyfile(options.weights / "tokenizer.json", DATA / "relation.tokenizer.json")
    held = [json.loads(line) for line in (options.run / "held_out.jsonl").read_text().splitlines()]
    logits = torch.tensor([row["logits"] for row in held])
    labels = torch.tensor([LABELS.index(row["label"]) for row in held])
    heat = temperature(logits, labels)
    rows = "".join(output(label) for label in LABELS)
    text = f"{HEAD}temperature = {heat}\nthreshold = {options.threshold}\n{rows}"
    (DATA / "relation.toml").write_text(text, encoding="utf-8")
    log.info("temperature %.2f", heat)
    for row in reliability(logits / heat, labels):
        log.info("| %s | %d | %.3f | %.3f |", *row)


if __name__ == "__main__":
    main()

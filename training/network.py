"""The network: a MiniLM encoder, the states of [CLS] and the two opening marks, a linear layer."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from dragoman.events.model.encoding import MARKS


class RelationNetwork(nn.Module):
    """Logits over the types for marked sentences.

    The word vectors stay as they are: they are half of the weights, and some ten thousand
    sentences would only wear them. The marks, which the encoder has never met, get vectors of
    their own that are added to those of their ids; `fold` adds them for good.
    """

    def __init__(self, weights: Path, classes: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            weights,
            add_pooling_layer=False,
            local_files_only=True,
            attn_implementation="eager",  # the fused kernel has a slow backward pass on a CPU
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        size = self.encoder.config.hidden_size
        self.words.weight.requires_grad_(False)
        self.marks = nn.Embedding(max(MARKS) + 1, size, padding_idx=0)
        nn.init.normal_(self.marks.weight[1:], std=0.05)
        self.head = nn.Sequential(nn.Dropout(dropout), nn.Linear(3 * size, classes))

    @property
    def words(self) -> nn.Embedding:
        """The word vectors."""
        return self.encoder.embeddings.word_embeddings

    def forward(self, ids: Tensor, mask: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """Logits, a row for a sentence; `source` and `target` are places of the opening marks."""
        vectors = self.words(ids) + self.marks(ids * (ids <= max(MARKS)))
        states = self.encoder(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        row = torch.arange(ids.shape[0], device=ids.device)
        pooled = torch.cat([states[:, 0], states[row, source], states[row, target]], dim=1)
        return self.head(pooled)

    def fold(self) -> None:
        """Adds the vectors of the marks to the word vectors."""
        with torch.no_grad():
            self.words.weight[: len(MARKS) + 1] += self.marks.weight
            self.marks.weight.zero_()

    def trained(self) -> list[nn.Parameter]:
        """The weights that training changes."""
        return [weight for weight in self.parameters() if weight.requires_grad]

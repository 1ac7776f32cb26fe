"""The encoder, read from the package's file, and a head for the tags: the teacher."""
import struct

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from corpora import KINDS
from pieces import Pieces

TAGS = 1 + 2 * len(KINDS)  # O, then B and I of each kind


def dropped(x, part):
    """`x` without some columns, others in each window but the same at all its places (Gal and Ghahramani 2016)."""
    kept = torch.rand(x.shape[0], 1, x.shape[2]) >= part
    return x * (kept / (1 - part)).to(x.dtype)

class Layer(nn.Module):
    """Attention, then two linear layers, each added to what came in."""

    def __init__(self, size, inner, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norms = nn.ModuleList([nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)])

    def forward(self, x, mask, dropout=0.0):
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        # Plain products: the fused attention of torch is slow on its way back.
        shares = torch.softmax(q * q.shape[-1] ** -0.5 @ k.transpose(2, 3) + mask, 3, dtype=torch.bfloat16)
        seen = self.out((shares @ v).transpose(1, 2).reshape(batch, length, size))
        x = self.norms[0](x + seen)
        inner = self.down(F.gelu(self.up(x)))
        return self.norms[1](x + (dropped(inner, dropout) if dropout else inner))


class Teacher(nn.Module):
    """The first `layers` of the encoder at `path`, all if 0, and a linear head."""

    def __init__(self, path, layers):
        super().__init__()
        data = open(path, "rb").read()
        assert data[:4] == b"E5S1"
        size, all_layers, heads, inner, vocabulary, longest, _ = struct.unpack_from("<7i", data, 8)
        self.pieces = Pieces(data)
        at = self.pieces.end
        tensors = {}
        count, = struct.unpack_from("<i", data, at)
        at += 4
        for _ in range(count):
            n, = struct.unpack_from("<H", data, at)
            name = data[at + 2:at + 2 + n].decode()
            kind, values, offset, length = struct.unpack_from("<BIQQ", data, at + 2 + n)
            at += 2 + n + 21
            tensors[name] = (offset, length)

        def floats(name):
            offset, length = tensors[name]
            return torch.from_numpy(np.frombuffer(data, "<f4", length // 4, offset).copy())

        def nibbles(name, width):
            # Blocks of 32 weights: their scale, then 16 bytes; byte j holds weight j and weight j + 16.
            offset, length = tensors[name]
            blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("codes", "u1", 16)]), length // 18, offset)
            codes = np.concatenate([blocks["codes"] & 15, blocks["codes"] >> 4], axis=1).astype(np.float32) - 8
            return torch.from_numpy(codes * blocks["scale"].astype(np.float32)[:, None]).view(-1, width)

        self.register_buffer("words", (nibbles("emb.word", size) + floats("emb.type")[:size]).bfloat16(), persistent=False)
        self.places = nn.Parameter(floats("emb.pos").view(-1, size)[:longest])
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.norm.weight.data, self.norm.bias.data = floats("emb.ln.w"), floats("emb.ln.b")
        self.layers = nn.ModuleList()
        for l in range(layers or all_layers):
            layer = Layer(size, inner, heads)
            of = lambda name: floats(f"l{l}.{name}")
            layer.qkv.weight.data = torch.cat([nibbles(f"l{l}.{name}.w", size) for name in "qkv"])
            layer.qkv.bias.data = torch.cat([of(f"{name}.b") for name in "qkv"])
            layer.out.weight.data, layer.out.bias.data = nibbles(f"l{l}.ao.w", size), of("ao.b")
            layer.up.weight.data, layer.up.bias.data = nibbles(f"l{l}.fi.w", size), of("fi.b")
            layer.down.weight.data, layer.down.bias.data = nibbles(f"l{l}.fo.w", inner), of("fo.b")
            for norm, name in zip(layer.norms, ["aln", "oln"]):
                norm.weight.data, norm.bias.data = of(f"{name}.w"), of(f"{name}.b")
            self.layers.append(layer)
        self.head = nn.Linear(size, TAGS)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids, mask, dropout=0.0):
        """Scores of the tags for each piece; those that `mask` leaves out fill up."""
        x = self.norm(self.words[ids].float() + self.places[:ids.shape[1]])
        if dropout:
            x = dropped(x, dropout)
        mask = torch.where(mask, 0.0, -1e9)[:, None, None, :].bfloat16()
        with torch.autocast("cpu", torch.bfloat16):
            for layer in self.layers:
                x = layer(x, mask, dropout)
            return self.head(x).float()

"""Fine-tuning of the teacher: a fixed number of steps, each with random numbers of its own, so that a run that was cut
off and goes on ends like one that was not."""
import random
import time

import numpy as np
import torch
from torch import nn

from encoder import TAGS, Teacher
from examples import batch, groups_of, sources, windows_of

RATE, HEAD_RATE = 3e-4, 1e-3
WARM_UP = 100  # steps to the full rate
FALL = 0.4  # the last part of the steps, in which the rate falls to nothing
DROPOUT = 0.1
SAVE = 200  # steps from checkpoint to checkpoint


def rate(step, steps):
    """The part of the full rate that a step has."""
    return min(1, (step + 1) / WARM_UP, (steps - step) / (FALL * steps))


def loss_of(model, group):
    """The mean loss of a group's words. A set of tags is as probable as its tags together."""
    ids, mask = batch([ids for ids, _ in group], model.pieces)
    allowed = np.zeros(ids.shape, np.int64)
    for row, (_, tags) in enumerate(group):
        allowed[row, 1:len(tags) + 1] = tags
    allowed = torch.from_numpy(allowed)
    counts = allowed > 0
    scores = model(ids, mask, DROPOUT)[counts]
    may = (allowed[counts][:, None] >> torch.arange(TAGS) & 1).bool()
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~may, -1e9), 1)).mean()


def tune(options):
    """Tunes a teacher and writes it to `out`, and what is needed to go on beside it."""
    torch.manual_seed(1)
    model = Teacher(options.encoder, options.layers)
    head = [p for name, p in model.named_parameters() if name.startswith("head")]
    rest = [p for name, p in model.named_parameters() if not name.startswith("head")]
    optimiser = torch.optim.AdamW([{"params": rest}, {"params": head}], weight_decay=0.01, fused=True)
    documents = sources(options.corpora)
    step, recent, first = 0, None, 0
    if options.go_on:
        saved = torch.load(options.go_on)
        first = saved["steps"]
        assert first <= (1 - FALL) * options.steps, "the checkpoint's rate has fallen already"
        model.load_state_dict(saved["state"])
        optimiser.load_state_dict(saved["optimiser"])
    start, said, epoch = time.time(), time.time(), 0
    while step < options.steps:
        generator = random.Random(epoch)
        windows = windows_of(documents, model.pieces, generator)
        groups = groups_of(windows, options.batch, generator)
        print(f"pass {epoch}: {len(windows)} windows, {sum(len(ids) for ids, _ in windows)} pieces, {len(groups)} steps", flush=True)
        epoch += 1
        for group in groups[:options.steps - step]:
            step += 1
            if step <= first:
                continue
            torch.manual_seed(step)
            part = rate(step - 1, options.steps)
            for parameters, top in zip(optimiser.param_groups, (RATE, HEAD_RATE)):
                parameters["lr"] = top * part
            loss = loss_of(model, group)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            recent = loss.item() if recent is None else 0.98 * recent + 0.02 * loss.item()
            if time.time() - said > 30:
                said = time.time()
                print(f"{said - start:.0f} s, {step} steps, loss {recent:.4f}", flush=True)
            if step % SAVE == 0 or step == options.steps:
                saved = {"layers": len(model.layers), "steps": step, "state": model.state_dict()}
                torch.save(saved, options.out)
                torch.save({**saved, "optimiser": optimiser.state_dict()}, f"{options.out}.{step}")


def load(encoder, file):
    """A teacher that was tuned."""
    saved = torch.load(file)
    model = Teacher(encoder, saved["layers"])
    model.load_state_dict(saved["state"])
    return model.eval()

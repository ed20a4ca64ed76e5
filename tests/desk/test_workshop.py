import multiprocessing

from dragoman.desk.workshop import _end_with_parent


def test_a_worker_ends_when_the_parent_lets_go() -> None:
    context = multiprocessing.get_context("spawn")
    leash, grip = context.Pipe(duplex=False)
    worker = context.Process(target=_end_with_parent, args=(leash,))
    worker.start()
    grip.close()
    worker.join(60)
    assert worker.exitcode == 1

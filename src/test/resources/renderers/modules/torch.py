"""As much of torch as our command for diffusers uses."""
bfloat16, float32 = "bfloat16", "float32"


class cuda:
    is_available = staticmethod(lambda: False)


class backends:
    class mps:
        is_available = staticmethod(lambda: False)


class Generator:
    def __init__(self, device):
        self.device = device

    def manual_seed(self, seed):
        assert seed >= 0
        return self

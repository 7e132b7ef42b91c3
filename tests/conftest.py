from hypothesis import settings

# The first example also pays for loading locale data and the register.
settings.register_profile("pmg", deadline=None)
settings.load_profile("pmg")

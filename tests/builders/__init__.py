"""Small builders of real things, in place of mocks."""

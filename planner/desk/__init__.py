"""What a director can do: one function a verb. The only package that combines the others."""

"""What several rooms share about the inner critic's sentences."""

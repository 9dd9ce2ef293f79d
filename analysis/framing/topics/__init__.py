"""Topics of the sentences as bags of concepts: fit, coherence, stability, prevalence."""

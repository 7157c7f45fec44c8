class QA(Signature):
    """Answer questions."""
    question: str = InputField()
    answer: str = OutputField(desc="often between 1 and 5 words")

"""One file for each kind of answer: how its key is written, how an answer is read, judged and shown."""

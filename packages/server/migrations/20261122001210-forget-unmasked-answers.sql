-- Looking at one field in full is a question: its answer is not kept any more, nor are those kept so far.

DELETE FROM yimen.idempotency WHERE route = 'unmask-person';

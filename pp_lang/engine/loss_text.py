"""The text on which a converted model is compared with its source.

It has several registers, since a conversion may harm one more than another: a story, a notice,
a letter, a table, a dialogue, data and code.
"""

LOSS_TEXT = """\
The ferry to the island left at six, half an hour before the bakery opened, so those who took it \
were hungry and quiet. Marta sat by the window with the post in a grey sack between her feet. \
There were eleven letters today, a parcel of seeds for the school, and a thick envelope from the \
harbour office that nobody on the island would want to read. When the engine changed its note she \
looked up. The lighthouse had been painted again, and this time they had finished the side that \
faced the sea.

NOTICE. The pump in Mill Lane will be closed from Monday 3 March until Thursday 6 March. Water \
may be fetched at the school between 7 am and 9 am. Please bring your own buckets; those of the \
school are for the school.

Dear Mr Okafor,
thank you for the lamp. It arrived in one piece, although the box did not. The switch works if it \
is pressed twice. I would like to keep it, but I think the price should be a little lower than \
the 48 euros that we had agreed on. Would 40 be fair? If not, I will send it back next week at my \
own expense.
Kind regards, Ines Albrecht

| town | people | rain in mm |
| --- | --- | --- |
| Aldham | 3,120 | 612 |
| Brook | 845 | 730 |
| Carrow | 12,400 | 588 |

"Where did you put the ladder?" - "Behind the shed, where it always is." - "It is not there." - \
"Then ask your brother. He was cleaning the gutter on Sunday, or said that he would."

{"order": 5124, "items": [{"name": "kettle", "count": 1}, {"name": "cup", "count": 6}], \
"is_paid": true, "note": null}

def mean(values):
    total = 0
    for value in values:
        total += value
    return total / len(values)

To dry apples, core them, cut them into rings as thick as a pencil, and lay the rings in salted \
water for ten minutes, which keeps them pale. Then hang them on a string in a warm room, not \
touching each other. After four days they bend without breaking, and are done. A kilogram of \
apples gives about a hundred and fifty grams.
"""

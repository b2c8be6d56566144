"""The words of the desk that the doors may use: acts, what they take, persons, trays, how a paper stands."""

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.cards import stage
from onionskin.desk.chancery.particulars import PARTICULARS
from onionskin.desk.chancery.persons import DeskRole, Person, Post, told_of
from onionskin.desk.chancery.procedures import Procedure, Procedures, of_file, standard
from onionskin.desk.chancery.sight import Sight
from onionskin.desk.chancery.standing import PaperForm, Standing
from onionskin.desk.chancery.trays import Tray
from onionskin.store.desk_lists import DeskRow
from onionskin.store.outbox import Posted

__all__ = [
    "BEGINNING",
    "PARTICULARS",
    "DeskAct",
    "DeskRole",
    "DeskRow",
    "PaperForm",
    "Performed",
    "Person",
    "Post",
    "Posted",
    "Procedure",
    "Procedures",
    "Sight",
    "Standing",
    "Tray",
    "of_file",
    "stage",
    "standard",
    "told_of",
]

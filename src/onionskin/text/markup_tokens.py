"""What of a transcription is markup: Markdown, HTML, and what a model says in its own words beside the paper's.

Each kind is a group of `TOKEN`, with the words in it, if it has any, as the group `KIND_text`.
"""

from __future__ import annotations

import re

SUSPECT = re.compile(
    r"[~*_#|\\<>$`!^&\u0335\u0336\u00a0\u2000-\u200f\u202f\u00ad\ufeff\t]|(?<=\n)(?:---|==)|\[[ xX]\]"
    r"|\[[A-Za-z][^\]\n]{2,40}[\]:]|(?<![^\f])(?:Here|Below|The following|Sure|Certainly|Of course)"
    r"|(?<![^\n])[+-] "
)
"""A cheap look at a whole text: where none of this stands, there is no markup."""
LABEL = (
    r"(?:to|from|subj|subject|info|ref|refs|reference|references|date|time|place|participants?|action|precedence|priority"
    r"|via|through|attention|attn|copies|cc|copies\ to|copy\ to|drafted(?:\ by)?|drafter|cleared(?:\ by)?|clearances?"
    r"|approved(?:\ by)?|classification|distribution|memorandum\ for|pass\ to|enclosures?|attachments?|file|file\ no\.?"
    r"|no\.?|number|origin|received|title|type|handling|control|signed|stamps?|telegram|dispatch|document)"
)
"""What a list's item may begin with that is a form's label: `- TO: Department of State`."""
STRUCK = (
    "(?:text[ ])?(?:struck(?:[ ](?:out|through|over))?|crossed[ ](?:out|through)|lined[ ](?:out|through)|stricken"
    "|strike[ -]?through)"
)
"""How a transcriber says in brackets that words are struck: `[crossed out: SECRET]`, `SECRET [struck through]`."""
TOKEN = re.compile(
    r"""
    (?: (?= [~<>*_&\\\#|$:`!=\[\-\u00a0\u2000-\u200f\u202f\t\u00ad\ufeff] )
      | (?<![^\f]) ) (?:  # spares trying every branch at every letter
      (?P<preface> (?<![^\f]) (?: (?:Sure|Certainly|Of\ course) [,.!] [ ] )?
        (?: Here(?:['’]s|\ is|\ are) | Below\ is | The\ following\ is ) [ ]
        [^\n\f]{0,60} (?<!\w)
        (?: transcription s? | transcribed | OCR | text\ (?:extracted|as\ it\ appears) ) (?!\w) [^\n\f]* )
    | (?P<turn> (?: (?<=\n) | \A | (?<=\f) ) (?: \#{1,6} [ ]+ (?: \*\* )? | \*\* [ ]? | (?: -{2,} | ={2,} ) [ ]* )
        (?P<turn_text> (?: Page | Image | Frame ) [ ] \d{1,4} (?: [ ] (?: of | / ) [ ] \d{1,4} )? ) :? (?: \*\* )? [ ]*
        (?: -{2,} | ={2,} )? :? [ ]* (?=\n|\f|\Z) )
    | (?P<end> (?: (?<=\n) | \A | (?<=\f) ) [\[*_-]{1,3} [ ]? (?i: end[ ]of[ ]page | page[ ]break ) (?: [ ] \d{1,4} )?
        [ ]? [\]*_-]{1,3} [ ]* (?=\n|\f|\Z) )
    | (?P<entity> & (?: [A-Za-z]{2,8} | \# (?: \d{2,5} | x[\dA-Fa-f]{2,5} ) ) ; )
    | (?P<task> \[ [ xX] \] )
    | (?P<said_struck> \[ (?i: {STRUCK} ) : [ ]* (?P<said_struck_text> [^\[\]\n\f]+ ) \] )
    | (?P<was_struck> \[ (?i: {STRUCK} ) \] )
    | (?P<by_hand> (?: (?<=\n) | \A | (?<=\f) ) \[ (?i: hand[ -]?written ) \] [ ]+ (?P<by_hand_text> [^\n\f]+ ) )
    | (?P<stamp> \[ (?i: (?: [a-z]+ [ ] ){0,2} stamp (?:ed)? (?: [ ,] [^\]\[\n\f:]{1,50} )? ) : \s*
        (?P<stamp_text> (?: [^\[\]\f] | \[ [^\[\]\n\f]* \] ){2,500} ) \] )
    | (?P<stamp_mark> (?: (?<=\n) | \A | (?<=\f) ) (?: \*\* )? \[ (?i: (?: end | begin | start )? [ ]? (?: of[ ] )?
        (?: rubber[ ] )? stamp ) :? \] (?: \*\* )? [ ]* (?=\n|\f|\Z) )
    | (?P<comment> <!-- (?: (?! --> | [\n\f] ) . ){0,200} --> )
    | (?P<struck> ~~ (?=[^~]) (?P<struck_text> (?: (?!~~|\n\s*\n|\f) . )+ ) ~~ )
    | (?P<tag_struck> <(?P<t>s|del|strike)> (?P<tag_struck_text> (?: (?!<|\n\s*\n|\f) . )+ ) </(?P=t)> )
    | (?P<tilde> (?<![\w~]) ~ (?P<tilde_text> [A-Za-z] [A-Za-z .,'/-]{2,60} ) (?<=\S) ~ (?![\w~]) )
    | (?P<strong> \*{3} (?=[^\s*]) (?P<strong_text> (?: (?!\*{3}|\n) . )+ ) (?<=[^\s*]) \*{3} )
    | (?P<bold> \*\* (?=\S) (?P<bold_text> (?: (?!\*\*|\n) . )+ ) (?<=\S) \*\* )
    | (?P<hand> (?<![\w*]) \* (?=[^\s*]) (?P<hand_text> (?: (?!\*|\n) . )+ ) (?<=[^\s*]) \* (?![\w*]) )
    | (?P<hands> (?<![^\s]) \* (?=[^\s*])
        (?P<hands_text> (?: (?!\*|\n) . )+ (?: \n [ ]* (?=[^\s*]) (?: (?!\*|\n) . )+ ){1,3} )
        (?<=[^\s*]) \* (?=[ ]*(?:\n|\Z)) )
    | (?P<under> (?<![\w_]) __? (?=[^\s_]) (?P<under_text> (?: (?!_|\n) . )+ ) (?<=[^\s_]) __? (?![\w_]) )
    | (?P<cell> </?t[dh]\b [^<>\n\f]* > )
    | (?P<tag> </? (?:u|b|i|em|strong|sup|sub|br|center|small|p|div|span|table|thead|tbody|tr|img|figure|figcaption
        |signature|watermark|page_number|header|footer|stamp) \b [^<>\n\f]* > )
    | (?P<fence> (?: (?<=\n) | \A | (?<=\f) ) ``` \w* [ ]* (?=\n|\f|\Z) )
    | (?P<rule> (?: (?<=\n) | \A | (?<=\f) ) (?: -{3} | \*{3} ) [ ]* (?=\n|\f|\Z) )
    | (?P<quoted> (?: (?<=\n) | \A | (?<=\f) ) (?: > [ ]? )+ )
    | (?P<bullet> (?: (?<=\n) | \A | (?<=\f) | (?<=\ \ ) ) [*+-] [ ]+ (?= \*\*\S | (?i: {LABEL} ) [ ]? : ) )
    | (?P<footnote> \[ \^ \w{1,3} \] :? [ ]? )
    | (?P<picture> ! \[ (?: [\w .-]*\.(?:png|jpe?g|gif|tiff?|svg|webp) )? \] (?: \( [^()\n\f]* \) )? )
    | (?P<image> ! (?P<image_text> \[ [^\[\]\n\f]+ \] ) (?: \( [^()\n\f]* \) )? )
    | (?P<escape> \\ (?=[\\`*_{}\[\]()#+\-.!~|<>]) )
    | (?P<heading> (?: (?<=\n) | \A | (?<=\f) ) \#{1,6} [ ]+ (?=\S) )
    | (?P<tableline> (?: (?<=\n) | \A ) \|? [ ]* :? -{3,} :? [ ]* (?: \| [ ]* :? -{3,} :? [ ]* )+ \|? [ ]*
    (?=\n|\Z) ) | (?P<pipe> \| )
    | (?P<tex> \$ \\ (?: square | Box | boxtimes | checkmark | checked ) \$? \$ )
    | (?P<space> [\u00a0\u2000-\u200a\u202f\t] )
    | (?P<nothing> [\u200b-\u200f\u00ad\ufeff] )
    )
    """.replace("{LABEL}", LABEL).replace("{STRUCK}", STRUCK),
    re.VERBOSE | re.DOTALL,
)
BULLETS = re.compile(rf"(?:(?<![^\n\f])|(?<=  ))[*+-][ ]+(?:\*\*)?(?i:{LABEL})[ ]?:")
"""The labels of a form that stand in a list."""
PREFACE = re.compile(r"(?:Here(?:['’]s| is| are)|Below is|The following is|Sure|Certainly|Of course)[^\n]*")
MARKDOWN = re.compile(r"\*\*\w|~~\w|(?<![^\n\f])#{1,6} \w")
"""What no engine reads where none is: bold, struck, a heading."""

# What changed between two contents of a prompt: for callers, in the settings, and in the text.
-- prompts/support/triage.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0.2}
input:
  schema:
    subject: string
    body: string
output:
  schema:
    category(enum): [billing, bug, other]
---
{{role "system"}}
You answer customer e-mail
in a friendly tone.
{{>support/tone}}

Take the topic from what the customer wants solved first, and not from the subject.
With several problems, take the most urgent one.

{{role "user"}}
{{subject}}
{{body}}
-- prompts/support/_tone.prompt
Be calm.
$ git init -q
$ git add -A
$ git commit -qm one
# The same content, also where the checkout has other line ends.
$ promptctl diff support/triage@git:HEAD
support/triage@git:HEAD and support/triage are identical: sha256:73f8784066e7
[exit 0]
-- prompts/support/_tone.prompt
Be calm.
$ promptctl diff support/triage@git:HEAD
support/triage@git:HEAD and support/triage are identical: sha256:73f8784066e7
[exit 0]
# One word, and a paragraph that was wrapped anew around another.
-- prompts/support/_tone.prompt
Be calm.
-- prompts/support/triage.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0.2}
input:
  schema:
    subject: string
    body: string
output:
  schema:
    category(enum): [billing, bug, other]
---
{{role "system"}}
You answer customer e-mail
in a formal tone.
{{>support/tone}}

Take the topic from what the customer
wants solved first, and never from the
subject. With several problems, take the
most urgent one.

{{role "user"}}
{{subject}}
{{body}}
$ git add -A
$ git commit -qm two
$ promptctl diff support/triage@git:HEAD~1
support/triage@git:HEAD~1 → support/triage
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 11,11 → 11,13 @@
     ---
     {{role "system"}}
     You answer customer e-mail
   - in a [-friendly-] tone.
   + in a {+formal+} tone.
     {{>support/tone}}

   - Take the topic from what the customer wants solved first, and [-not-] from
   │ the subject.
   - With several problems, take the most urgent one.
   + Take the topic from what the customer
   + wants solved first, and {+never+} from the
   + subject. With several problems, take the
   + most urgent one.

     {{role "user"}}
     {{subject}}
[exit 0]
# Between two commits: the model, what callers give and get, and a partial without a last line break.
-- prompts/support/triage.prompt
---
model: openai/gpt-4o
config: {temperature: 0.7, maxOutputTokens: 200}
promptctl.owner: support
input:
  schema:
    subject: string
    urgency: string
    body?: string
output:
  schema:
    category(enum): [billing, bug, other, delivery]
---
{{role "system"}}
You answer customer e-mail
in a formal tone.
{{>support/tone}}
{{>signature}}

Take the topic from what the customer
wants solved first, and never from the
subject. With several problems, take the
most urgent one.

{{role "user"}}
{{subject}} ({{urgency}})
{{body}}
-- prompts/support/_tone.prompt
Be calm and kind.
-- prompts/_signature.prompt
Sign as Larch & Pine.
$ git add -A
$ git commit -qm three
$ promptctl diff support/triage@git:HEAD~1 support/triage@git:HEAD
support/triage@git:HEAD~1 → support/triage@git:HEAD
  interface  changed: callers must change
             input  ~ body: string, required → string or null, optional
             input  + urgency: string, required (breaking)
             output ~ category: billing, bug, other → billing, bug, other,
                      delivery (breaking)
  config     model openai/gpt-4o-mini → openai/gpt-4o
             temperature 0.2 → 0.7
             maxOutputTokens not set → 200
             owner not set → support
  partials   signature added
             support/tone changed
  text       prompt
  @@ 1,18 → 1,21 @@
     ---
   - model: [-openai/gpt-4o-mini-]
   - config: {temperature: [-0.2-]}
   + model: {+openai/gpt-4o+}
   + config: {temperature: {+0.7, maxOutputTokens: 200+}}
   + promptctl.owner: support
     input:
       schema:
         subject: string
   -     body: string
   +     urgency: string
   +     body{+?+}: string
     output:
       schema:
   -     category(enum): [billing, bug, other]
   +     category(enum): [billing, bug, other{+, delivery+}]
     ---
     {{role "system"}}
     You answer customer e-mail
     in a formal tone.
     {{>support/tone}}
   + {{>signature}}

     Take the topic from what the customer
     wants solved first, and never from the
  @@ 20,5 → 23,5 @@
     most urgent one.

     {{role "user"}}
   - {{subject}}
   + {{subject}} {+({{urgency}})+}
     {{body}}
  text       partial signature
  @@ 0,0 → 1,1 @@
   + Sign as Larch & Pine.
  text       partial support/tone
  @@ 1,1 → 1,1 @@
   - Be calm.
   + Be calm {+and kind+}.
[exit 0]
$ promptctl diff support/triage@git:HEAD support/triage@git:HEAD~1 --json -o back.txt -o back.json
{
  "format": "promptctl-diff 2",
  "changes": [
    {
      "before": "support/triage@git:HEAD",
      "after": "support/triage@git:HEAD~1",
      "content": {
        "before": {
          "address": "support/triage@git:HEAD",
          "digest": "6aeea90b6ed9ca5608f277bfefad41cfc19ae4bd1c568abd1b80fdd6745f6b5c"
        },
        "after": {
          "address": "support/triage@git:HEAD~1",
          "digest": "bda909667aed710de2df2385dd54ddba1842949cf4b098b6ac96eb7f3809dbe7"
        },
        "identical": false,
        "interface": {
          "changed": true,
          "impact": "callers-must-change",
          "input": [
            {
              "change": "removed",
              "field": "urgency",
              "aspect": "field",
              "before": "string, required",
              "after": null,
              "impact": "callers-must-change"
            },
            {
              "change": "changed",
              "field": "body",
              "aspect": "type",
              "before": "string or null, optional",
              "after": "string, required",
              "impact": "callers-must-change"
            }
          ],
          "output": [
            {
              "change": "changed",
              "field": "category",
              "aspect": "type",
              "before": "billing, bug, other, delivery",
              "after": "billing, bug, other",
              "impact": "compatible"
            }
          ]
        },
        "config": [
          {
            "key": "model",
            "before": "openai/gpt-4o",
            "after": "openai/gpt-4o-mini"
          },
          {
            "key": "temperature",
            "before": 0.7,
            "after": 0.2
          },
          {
            "key": "maxOutputTokens",
            "before": 200,
            "after": null
          },
          {
            "key": "owner",
            "before": "support",
            "after": null
          }
        ],
        "partials": [
          {
            "name": "signature",
            "change": "removed"
          },
          {
            "name": "support/tone",
            "change": "changed"
          }
        ],
        "text": [
          {
            "file": "prompt",
            "hunks": [
              {
                "old_start": 1,
                "old_lines": 21,
                "new_start": 1,
                "new_lines": 18,
                "lines": [
                  {
                    "kind": "same",
                    "old_line": 1,
                    "new_line": 1,
                    "text": "---",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 2,
                    "new_line": null,
                    "text": "model: openai/gpt-4o",
                    "newline": true,
                    "words": [
                      {
                        "text": "model: ",
                        "changed": false
                      },
                      {
                        "text": "openai/gpt-4o",
                        "changed": true
                      }
                    ]
                  },
                  {
                    "kind": "removed",
                    "old_line": 3,
                    "new_line": null,
                    "text": "config: {temperature: 0.7, maxOutputTokens: 200}",
                    "newline": true,
                    "words": [
                      {
                        "text": "config: {temperature: ",
                        "changed": false
                      },
                      {
                        "text": "0.7, maxOutputTokens: 200",
                        "changed": true
                      },
                      {
                        "text": "}",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "removed",
                    "old_line": 4,
                    "new_line": null,
                    "text": "promptctl.owner: support",
                    "newline": true
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 2,
                    "text": "model: openai/gpt-4o-mini",
                    "newline": true,
                    "words": [
                      {
                        "text": "model: ",
                        "changed": false
                      },
                      {
                        "text": "openai/gpt-4o-mini",
                        "changed": true
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 3,
                    "text": "config: {temperature: 0.2}",
                    "newline": true,
                    "words": [
                      {
                        "text": "config: {temperature: ",
                        "changed": false
                      },
                      {
                        "text": "0.2",
                        "changed": true
                      },
                      {
                        "text": "}",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "same",
                    "old_line": 5,
                    "new_line": 4,
                    "text": "input:",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 6,
                    "new_line": 5,
                    "text": "  schema:",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 7,
                    "new_line": 6,
                    "text": "    subject: string",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 8,
                    "new_line": null,
                    "text": "    urgency: string",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 9,
                    "new_line": null,
                    "text": "    body?: string",
                    "newline": true,
                    "words": [
                      {
                        "text": "    body",
                        "changed": false
                      },
                      {
                        "text": "?",
                        "changed": true
                      },
                      {
                        "text": ": string",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 7,
                    "text": "    body: string",
                    "newline": true,
                    "words": [
                      {
                        "text": "    body: string",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "same",
                    "old_line": 10,
                    "new_line": 8,
                    "text": "output:",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 11,
                    "new_line": 9,
                    "text": "  schema:",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 12,
                    "new_line": null,
                    "text": "    category(enum): [billing, bug, other, delivery]",
                    "newline": true,
                    "words": [
                      {
                        "text": "    category(enum): [billing, bug, other",
                        "changed": false
                      },
                      {
                        "text": ", delivery",
                        "changed": true
                      },
                      {
                        "text": "]",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 10,
                    "text": "    category(enum): [billing, bug, other]",
                    "newline": true,
                    "words": [
                      {
                        "text": "    category(enum): [billing, bug, other]",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "same",
                    "old_line": 13,
                    "new_line": 11,
                    "text": "---",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 14,
                    "new_line": 12,
                    "text": "{{role \"system\"}}",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 15,
                    "new_line": 13,
                    "text": "You answer customer e-mail",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 16,
                    "new_line": 14,
                    "text": "in a formal tone.",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 17,
                    "new_line": 15,
                    "text": "{{>support/tone}}",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 18,
                    "new_line": null,
                    "text": "{{>signature}}",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 19,
                    "new_line": 16,
                    "text": "",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 20,
                    "new_line": 17,
                    "text": "Take the topic from what the customer",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 21,
                    "new_line": 18,
                    "text": "wants solved first, and never from the",
                    "newline": true
                  }
                ]
              },
              {
                "old_start": 23,
                "old_lines": 5,
                "new_start": 20,
                "new_lines": 5,
                "lines": [
                  {
                    "kind": "same",
                    "old_line": 23,
                    "new_line": 20,
                    "text": "most urgent one.",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 24,
                    "new_line": 21,
                    "text": "",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 25,
                    "new_line": 22,
                    "text": "{{role \"user\"}}",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 26,
                    "new_line": null,
                    "text": "{{subject}} ({{urgency}})",
                    "newline": true,
                    "words": [
                      {
                        "text": "{{subject}} ",
                        "changed": false
                      },
                      {
                        "text": "({{urgency}})",
                        "changed": true
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 23,
                    "text": "{{subject}}",
                    "newline": true,
                    "words": [
                      {
                        "text": "{{subject}}",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "same",
                    "old_line": 27,
                    "new_line": 24,
                    "text": "{{body}}",
                    "newline": true
                  }
                ]
              }
            ]
          },
          {
            "file": "partial signature",
            "hunks": [
              {
                "old_start": 1,
                "old_lines": 1,
                "new_start": 0,
                "new_lines": 0,
                "lines": [
                  {
                    "kind": "removed",
                    "old_line": 1,
                    "new_line": null,
                    "text": "Sign as Larch & Pine.",
                    "newline": true
                  }
                ]
              }
            ]
          },
          {
            "file": "partial support/tone",
            "hunks": [
              {
                "old_start": 1,
                "old_lines": 1,
                "new_start": 1,
                "new_lines": 1,
                "lines": [
                  {
                    "kind": "removed",
                    "old_line": 1,
                    "new_line": null,
                    "text": "Be calm and kind.",
                    "newline": true,
                    "words": [
                      {
                        "text": "Be calm ",
                        "changed": false
                      },
                      {
                        "text": "and kind",
                        "changed": true
                      },
                      {
                        "text": ".",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 1,
                    "text": "Be calm.",
                    "newline": true,
                    "words": [
                      {
                        "text": "Be calm.",
                        "changed": false
                      }
                    ]
                  }
                ]
              }
            ]
          }
        ]
      },
      "suites": [],
      "notes": [],
      "gate": null
    }
  ]
}
[exit 0]
$ cat back.txt
support/triage@git:HEAD → support/triage@git:HEAD~1
  interface  changed: callers must change
             input  - urgency: string, required (breaking)
             input  ~ body: string or null, optional → string, required
                      (breaking)
             output ~ category: billing, bug, other, delivery → billing, bug,
                      other
  config     model openai/gpt-4o → openai/gpt-4o-mini
             temperature 0.7 → 0.2
             maxOutputTokens 200 → not set
             owner support → not set
  partials   signature removed
             support/tone changed
  text       prompt
  @@ 1,21 → 1,18 @@
     ---
   - model: [-openai/gpt-4o-]
   - config: {temperature: [-0.7, maxOutputTokens: 200-]}
   - promptctl.owner: support
   + model: {+openai/gpt-4o-mini+}
   + config: {temperature: {+0.2+}}
     input:
       schema:
         subject: string
   -     urgency: string
   -     body[-?-]: string
   +     body: string
     output:
       schema:
   -     category(enum): [billing, bug, other[-, delivery-]]
   +     category(enum): [billing, bug, other]
     ---
     {{role "system"}}
     You answer customer e-mail
     in a formal tone.
     {{>support/tone}}
   - {{>signature}}

     Take the topic from what the customer
     wants solved first, and never from the
  @@ 23,5 → 20,5 @@
     most urgent one.

     {{role "user"}}
   - {{subject}} [-({{urgency}})-]
   + {{subject}}
     {{body}}
  text       partial signature
  @@ 1,1 → 0,0 @@
   - Sign as Larch & Pine.
  text       partial support/tone
  @@ 1,1 → 1,1 @@
   - Be calm [-and kind-].
   + Be calm.
# Two prompts; words in other scripts; a line that is longer than the terminal is wide.
-- prompts/de.prompt
Antworten Sie der Kundin höflich und in höchstens achtzig Wörtern, ohne Überschrift und ohne Liste; beginnen Sie mit der Antwort.
-- prompts/de-formal.prompt
Antworten Sie der Kundin förmlich und in höchstens achtzig Wörtern, ohne Überschrift und ohne Liste; beginnen Sie mit einem Gruß.
-- prompts/ja.prompt
お客様のメールを丁寧に分類してください。返信は書かないでください。件名は見出しとして扱わず、本文だけを読んで判断してください。
-- prompts/ja-formal.prompt
お客様のメールを迅速に分類してください。返信は書かないでください。件名は見出しとして扱わず、本文だけを読んで判断してください。
$ promptctl diff de de-formal
de → de-formal
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 1,1 → 1,1 @@
   - Antworten Sie der Kundin [-höflich-] und in höchstens achtzig Wörtern, ohne
   │ Überschrift und ohne Liste; beginnen Sie mit [-der Antwort-].
   + Antworten Sie der Kundin {+förmlich+} und in höchstens achtzig Wörtern,
   │ ohne Überschrift und ohne Liste; beginnen Sie mit {+einem Gruß+}.
[exit 0]
$ promptctl diff ja ja-formal
ja → ja-formal
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 1,1 → 1,1 @@
   - お客様のメールを[-丁寧-]に分類してください。返信は書かないでください。件名
   │ は見出しとして扱わず、本文だけを読んで判断してください。
   + お客様のメールを{+迅速+}に分類してください。返信は書かないでください。件名
   │ は見出しとして扱わず、本文だけを読んで判断してください。
[exit 0]
# Control characters can't reach the terminal; white space is shown where nothing else changed.
-- prompts/a.prompt
Be [31mcalm, and answer.
  Say	nothing.
-- prompts/b.prompt
Be [32mcalm, and answer.
    Say nothing. 
$ promptctl diff a b
a → b
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 1,2 → 1,2 @@
   - Be [-\x1b[31mcalm-], and answer.
   - [-  -]Say[-\t-]nothing.
   + Be {+\x1b[32mcalm+}, and answer.
   + {+    +}Say{+ +}nothing.{+ +}
[exit 0]
# What callers may have to look at; what only other programs see differs in its order.
-- prompts/age.prompt
---
input: {schema: {type: object, properties: {age: {type: integer}, name: {type: string}}, required: [age, name]}}
---
{{age}} {{name}}
-- prompts/age-9.prompt
---
input: {schema: {type: object, properties: {age: {type: integer, maximum: 9}, name: {type: string}}, required: [age, name]}}
---
{{age}} {{name}}
-- prompts/age-order.prompt
---
input: {schema: {type: object, properties: {age: {type: integer}, name: {type: string}}, required: [name, age]}}
---
{{age}} {{name}}
$ promptctl diff age age-9
age → age-9
  interface  changed: callers may have to change
             input  ~ age maximum: none → 9 (may be breaking)
  config     unchanged
  text       prompt
  @@ 1,4 → 1,4 @@
     ---
   - input: {schema: {type: object, properties: {age: {type: integer}, name:
   │ {type: string}}, required: [age, name]}}
   + input: {schema: {type: object, properties: {age: {type: integer{+, maximum:
   │ 9+}}, name: {type: string}}, required: [age, name]}}
     ---
     {{age}} {{name}}
[exit 0]
$ promptctl diff age age-order
age → age-order
  interface  changed: compatible, only in its order or form
  config     unchanged
  text       prompt
  @@ 1,4 → 1,4 @@
     ---
   - input: {schema: {type: object, properties: {age: {type: integer}, name:
   │ {type: string}}, required: [[-age, name-]]}}
   + input: {schema: {type: object, properties: {age: {type: integer}, name:
   │ {type: string}}, required: [{+name, age+}]}}
     ---
     {{age}} {{name}}
[exit 0]
# A faulty prompt is not compared, and its faults are shown with the content they are in.
-- prompts/support/triage.prompt
---
modell: openai/gpt-4o
---
{{role "system"}
$ promptctl diff support/triage@git:HEAD
[stderr]
in support/triage:
prompts/support/triage.prompt:2:1: error[unknown-key]: unknown key `modell`
    modell: openai/gpt-4o
    ^
  hint: did you mean `model`?
prompts/support/triage.prompt:4:1: error[template-syntax]: this tag is never closed
    {{role "system"}
    ^
  hint: end it with `}}`
2 errors, 0 warnings
[exit 1]
# What can't be compared.
$ promptctl diff support/triage
[stderr]
error[usage]: `support/triage` is the working tree's prompt: there is nothing to compare it with
  hint: name another content: promptctl diff support/triage@git:HEAD
[exit 2]
$ promptctl diff support/triag@git:HEAD
[stderr]
error[unknown-prompt]: there is no prompt `support/triag`
  hint: did you mean `support/triage`?
[exit 2]
$ promptctl diff support/triage@git:nowhere
[stderr]
error[unknown-revision]: git knows no revision `nowhere`
  hint: in a shallow clone, fetch more history
[exit 2]
$ promptctl diff support/triage@git:HEAD de@
[stderr]
error[bad-address]: `de@` is no address of a prompt
  hint: NAME is the working tree's; behind an @ may stand a version's number, an environment, latest, sha256:DIGEST or git:REVISION
[exit 2]
$ promptctl diff a b --format csv
[stderr]
error[usage]: unknown format `csv`
  hint: one of: console, github, html, json, markdown
[exit 2]
$ promptctl diff a b --json --format console
[stderr]
error[usage]: --json and --format console contradict each other
  hint: leave one out
[exit 2]
$ promptctl diff a b -o prompts
[stderr]
error[usage]: `-o prompts` does not say in which form
  hint: add --format, or end the name in .json, .md, .html or .txt
[exit 2]
$ promptctl diff --help
Show what changed between two contents of a prompt
Usage: promptctl diff [OPTIONS] before [after]

Positionals:
  before REQUIRED             NAME@production, NAME@12, NAME@git:REV, NAME
  after                       Another prompt or content of it; else the working tree's

Options:
  -h,--help                   Print this help message and exit
  --eval                      Make the runs that are missing first
  --offline                   With --eval: replies come from the suite's cassette or the cache
  -j,--jobs N                 With --eval: keep N calls to a provider in flight
  --untrusted BASE            Send as promptctl.yaml of BASE says, as in a pull request's job (the branch it goes to)
  --trust-head                In a pull request: send as its own promptctl.yaml says, keys too
  --allow-drift               Compare runs of different datasets, suites or models too
  --format FORMAT             One of: console, github, html, json, markdown
  --json                      Short for --format json
  -o,--output FILE            Write to a file too; its form by extension (.json, .md, .html or .txt), else --format
  --cases N                   Show at most N changed cases with their replies (5)

Examples:
  promptctl diff support/triage@git:HEAD
  promptctl diff support/triage@production support/triage@latest --eval --offline
[exit 0]

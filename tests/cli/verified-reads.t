# What an application reads is checked first, in a fresh clone too: nobody is served what no event accounts for.
-- w/promptctl.yaml
format: 1
environments: {production: }
-- w/prompts/p.prompt
One.
$ git init -q -b main w
$ git init -q --bare -b main remote.git
$ git -C w remote add origin ../remote.git
$ git -C w add -A
$ git -C w commit -qm first
$ git -C w push -q origin main
$ promptctl -C w register p
registered p@1 (sha256:84313478f6cf)
[exit 0]
-- w/prompts/p.prompt
Two.
$ git -C w commit -qam second
$ git -C w push -q origin main
$ promptctl -C w register p
registered p@2 (sha256:0c9763302b27)
[exit 0]
$ promptctl -C w promote p@2 --to production
p@2 is live in production (the first there)
[exit 0]
$ promptctl -C w verify --checkpoint
3:89edbd3134ba21e35d698e06507e9745465ffe65:834be29de8033fd0b08c318ded00b05815d1674926dbd00f2ce9eb666333cb6a
[exit 0]
$ git clone -q --no-local remote.git knows
$ promptctl -C knows sync
fetched 3 events from origin
up to date with origin: event 3
[exit 0]
$ promptctl -C knows get p@production
Two.
[exit 0]
# Somebody writes to the branch by hand: the first version goes live again, and no event says so.
$ git clone -q --no-local -b promptctl-ledger remote.git hand
$ git -C hand show HEAD:prompts/1/4/p/environments/production.json
-- hand/prompts/1/4/p/environments/production.json
{
  "environment": "production",
  "prompt": "p",
  "version": 1,
  "digest": "84313478f6cf"
}
$ git -C hand commit -qam "by hand"
$ git -C hand push -q origin promptctl-ledger
$ git clone -q --no-local remote.git fresh
$ promptctl -C fresh get p@production
[stderr]
error[ledger-broken]: the ledger is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
$ promptctl -C fresh export production
[stderr]
error[ledger-broken]: the ledger is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
$ promptctl -C fresh status
[stderr]
error[ledger-broken]: the ledger is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
$ promptctl -C fresh log
[stderr]
error[ledger-broken]: the ledger is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
$ promptctl -C fresh sync
[stderr]
error[ledger-replaced]: the ledger on origin is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md
[exit 2]
$ promptctl -C fresh get p@production
[stderr]
error[ledger-broken]: the ledger is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
# Who knew the ledger before goes on with what was good.
$ promptctl -C knows sync
[stderr]
error[ledger-replaced]: the ledger on origin is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md
[exit 2]
$ promptctl -C knows get p@production
Two.
[exit 0]
# By hand in one's own clone is no other matter.
$ git -C w fetch -q origin +promptctl-ledger:promptctl-ledger
$ promptctl -C w get p@production
[stderr]
error[ledger-broken]: the ledger is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
$ promptctl -C w promote p@1 --to production
[stderr]
error[ledger-replaced]: the ledger on origin is refused at event 4 (chain): this is event 3: events were repeated or reordered
  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md
[exit 2]
# A whole other ledger, each event of it good. A clone that begins at a checkpoint of main sees that it is another.
-- other/promptctl.yaml
format: 1
environments: {production: }
-- other/prompts/p.prompt
One.
$ git init -q -b main other
$ git -C other add -A
$ git -C other commit -qm first
$ promptctl -C other register p
registered p@1 (sha256:84313478f6cf)
[exit 0]
$ promptctl -C other promote p@1 --to production
p@1 is live in production (the first there)
[exit 0]
$ git -C other push -q --force ../remote.git promptctl-ledger
$ git clone -q --no-local remote.git taken-in
$ promptctl -C taken-in get p@production
One.
[exit 0]
-- w/promptctl.yaml
format: 1
environments: {production: }
ledger: {checkpoint: "3:89edbd3134ba21e35d698e06507e9745465ffe65:834be29de8033fd0b08c318ded00b05815d1674926dbd00f2ce9eb666333cb6a"}
$ git -C w commit -qam "a checkpoint"
$ git -C w push -q origin main
$ git clone -q --no-local remote.git warned
$ promptctl -C warned get p@production
[stderr]
error[ledger-broken]: the ledger is refused at event 2 (descent): the ledger does not descend from 89edbd3134ba21e35d698e06507e9745465ffe65: the branch was replaced or cut short
  hint: nothing is read from it; promptctl verify shows every fault, and see docs/ledger.md
[exit 2]
$ promptctl -C warned sync
[stderr]
error[ledger-replaced]: the ledger on origin is refused at event 2 (descent): the ledger does not descend from 89edbd3134ba21e35d698e06507e9745465ffe65: the branch was replaced or cut short
  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md
[exit 2]
$ promptctl -C warned verify
REJECTED  1 fault in 2 events

  ✗ checkpoint at event 3 (89edbd3134ba): the checkpoint of promptctl.yaml is no event of this ledger: the branch was replaced or cut short
[exit 1]
# With the ledger back, a clone begins at the checkpoint.
$ git -C knows push -q --force origin promptctl-ledger
$ git clone -q --no-local remote.git begins
$ promptctl -C begins get p@production
Two.
[exit 0]
$ promptctl -C begins sync
up to date with origin: event 3
[exit 0]
$ promptctl -C begins verify
ACCEPTED  3 events replayed, every view follows from them

  tip  89edbd3134ba21e35d698e06507e9745465ffe65
[exit 0]
# What the checkpoint holds is added up where the ledger is fetched and verified.
-- w/promptctl.yaml
format: 1
environments: {production: }
ledger: {checkpoint: "3:89edbd3134ba21e35d698e06507e9745465ffe65:e3c8134263108bee50fdb161d6142e1154306b28619aa95e9e4eac581a2da663"}
$ git -C w commit -qam "another checkpoint"
$ git -C w push -q origin main
$ git clone -q --no-local remote.git added-up
$ promptctl -C added-up sync
[stderr]
error[ledger-replaced]: the checkpoint of promptctl.yaml has another content than its event left
  hint: find out who rewrote the branch, and see docs/ledger.md
[exit 2]
$ promptctl -C added-up verify
REJECTED  1 fault in 3 events

  ✗ checkpoint at event 3 (89edbd3134ba): the checkpoint of promptctl.yaml has another content than its event left
[exit 1]
-- w/promptctl.yaml
format: 1
environments: {production: }
ledger: {checkpoint: "3:d0d4", signed_from: 2}
$ promptctl -C w lint
promptctl.yaml:3:22: error[bad-checkpoint]: `3:d0d4` is no checkpoint
    ledger: {checkpoint: "3:d0d4", signed_from: 2}
                         ^
  hint: promptctl verify --checkpoint prints one: SEQ:COMMIT:SHA256
promptctl.yaml:3:45: error[missing-key]: `allowed_signers` is missing: who may sign?
    ledger: {checkpoint: "3:d0d4", signed_from: 2}
                                                ^
2 errors, 0 warnings
[exit 1]

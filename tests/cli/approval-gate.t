# What the gate said stands between the verdict and what to do next; the last approval shows what it decided by.
$ copy tests/examples/route w
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm first
$ promptctl -C w eval support/route --offline --cases 0 -q
REJECTED  support/route on route: 10 cases failed

  cases      100: 90 passed, 10 failed, 0 errors
  pass rate  90.0%, 95% interval 82.6% to 94.5%
  score      0.950, 95% interval 0.907 to 0.976
  metrics    department 90.0%, form 100.0%
  latency    not measured (100 replayed, not counted)
  tokens     4,145 in, 200 out
  cost       $0.000742
  model      openai/gpt-4o-mini
  run        offline-ebaebfd8471a
  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k prompt:dabc9d68
             suite:efcb77a6 promptctl:0.1.0 commit:7d76d7f2

  and 10 more: promptctl runs show offline-ebaebfd8471a --cases 10
[exit 1]
$ promptctl -C w register support/route
registered support/route@1 (sha256:dabc9d6851da)
[exit 0]
# Keys differ each time: what is printed below must not hang on them.
$ sh -c 'for who in mia ada; do ssh-keygen -q -t ed25519 -N "" -C $who -f $who.key; echo "$who@larchpine.example $(cat $who.key.pub)" >> w/allowed_signers; done'
$ sh -c 'sed -i "s/^  production:.*/  production:\n    approvals: {need: 1}/" w/promptctl.yaml; echo "ledger: {allowed_signers: allowed_signers, signed_from: never}" >> w/promptctl.yaml'
$ git -C w add -A
$ git -C w commit -qm "who approves"
$ git -C w config gpg.format ssh
$ git -C w config commit.gpgSign true
$ sh -c 'git -C w config user.signingKey "$PWD/mia.key"'
$ promptctl -C w promote support/route@1 --to production
PENDING  production stays as it is: request 2 needs 1 more approval

  support/route@1 → production (the first there)
  approved by nobody yet, 0 of 1
  may approve: whoever may sign; not who asked for it or who wrote it
  until 2026-01-09T03:04:05Z
  support/route@1: accepted by 6 rules on route with openai/gpt-4o-mini, evidence 07c413c2b876
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
    note: the conditions of production are not those of when run offline-ebaebfd8471a was made
  promptctl approve 2
[exit 3]
$ promptctl -C w promote support/route@1 --to production
PENDING  production stays as it is: request 2 needs 1 more approval

  support/route@1 → production (the first there)
  approved by nobody yet, 0 of 1
  may approve: whoever may sign; not who asked for it or who wrote it
  until 2026-01-09T03:04:05Z
  support/route@1: accepted by 6 rules on route with openai/gpt-4o-mini, evidence 07c413c2b876
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
    note: the conditions of production are not those of when run offline-ebaebfd8471a was made
  promptctl approve 2
[exit 3]
$ sh -c 'git -C w config user.signingKey "$PWD/ada.key"'
$ GIT_AUTHOR_NAME="Ada Berg" GIT_AUTHOR_EMAIL=ada@larchpine.example promptctl -C w approve 2
support/route@1 is live in production (the first there)
  approved by Ada Berg (request 2)
  support/route@1: accepted by 6 rules on route with openai/gpt-4o-mini, evidence 07c413c2b876
    answered by cassette or cache, unsigned, attempts not provable, verdicts as its file has them
    note: the conditions of production are not those of when run offline-ebaebfd8471a was made
[exit 0]

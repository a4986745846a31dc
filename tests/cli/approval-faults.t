# What can't be meant is said of `approvals` and `overrides`, at its place.
-- promptctl.yaml
format: 1
environments:
  staging:
    approvals: {need: 2, of: [ada@x.example, Ada@x.example], not: [author, boss]}
  production:
    approvals: {need: 0, expires: 90000d}
    overrides: {}
-- prompts/p.prompt
Say yes.
$ promptctl lint
promptctl.yaml:4:16: error[missing-key]: `approvals` needs `ledger.allowed_signers`
        approvals: {need: 2, of: [ada@x.example, Ada@x…
                   ^
  hint: an approval counts as somebody's when a key signed it: name the file of allowed signers
promptctl.yaml:4:30: error[too-few-approvers]: 2 approvals needed, and 1 person may give one
        approvals: {need: 2, of: [ada@x.example, Ada@x.example], not…
                                 ^
  hint: name more people, or need fewer approvals
promptctl.yaml:4:67: error[unknown-choice]: `boss` is not a part that a person has in a promotion
    …ada@x.example, Ada@x.example], not: [author, boss]}
                                         ^
  hint: write author, requester or both: not: [author, requester]
promptctl.yaml:6:16: error[missing-key]: `approvals` needs `ledger.allowed_signers`
        approvals: {need: 0, expires: 90000d}
                   ^
  hint: an approval counts as somebody's when a key signed it: name the file of allowed signers
promptctl.yaml:6:23: error[out-of-range]: `need` must be a whole number from 1 to 100
        approvals: {need: 0, expires: 90000d}
                          ^
promptctl.yaml:6:35: error[bad-bound]: a request must be open for a second at least, and for ten years at most
        approvals: {need: 0, expires: 90000d}
                                      ^
  hint: write a time: 7d, 12h
promptctl.yaml:7:16: error[missing-key]: `of` is missing
        overrides: {}
                   ^
  hint: name who may override: overrides: {of: [lead@example.com]}; with of: [] nobody may
promptctl.yaml:7:16: error[missing-key]: `overrides` needs `ledger.allowed_signers`
        overrides: {}
                   ^
  hint: an override counts as somebody's when a key signed it: name the file of allowed signers
8 errors, 0 warnings
[exit 1]
-- promptctl.yaml
format: 1
environments:
  production:
    approvals: {expires: 0s}
ledger: {allowed_signers: allowed_signers}
-- allowed_signers
$ promptctl lint
promptctl.yaml:4:26: error[bad-bound]: a request must be open for a second at least, and for ten years at most
        approvals: {expires: 0s}
                             ^
  hint: write a time: 7d, 12h
1 error, 0 warnings
[exit 1]

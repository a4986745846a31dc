#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// What signatures of statements are made for: the namespace of ssh-keygen -Y sign.
constexpr std::string_view evidence_signature_use = "promptctl-evidence";

// What a run showed of a prompt's content, bound to it by digest: an in-toto Statement (docs/evidence.md), by itself or
// in the envelope that signs it. It holds no text of any prompt, case or reply.
struct EvidenceStatement {
  std::string digest;  // SHA-256 of `text`
  std::string text;    // its bytes, or the envelope's: a line of JSON with its line break
  RunSample sample;
  std::string signed_bytes = {};             // what the signatures are of; empty: it is not signed
  std::vector<std::string> signatures = {};  // SSH's, with their armor; nobody has checked them
};

// The bytes to be signed for a statement of this text.
std::string evidence_signed_bytes(std::string_view text);

// The statement in its envelope, with the signature of a key of this name: one line of JSON with a line break.
std::string signed_evidence_text(std::string_view text, std::string_view signature, std::string_view key);

// A run as a statement: one line of JSON with a line break, the same bytes for the same run. `summary` must be of the
// same results as `sample`; figures must be finite. Everything of a sample is written, but for the fraction of the
// second at which it started.
std::string evidence_text(const RunSample& sample, const RunSummary& summary);

// The other way, signed or not. Strict: what is unknown, missing, or contradicts the rows of the cases (`bad-evidence`)
// is a fault at its place, and gives none. The sample's names of groups, tags and metrics come in sorted order.
std::optional<EvidenceStatement> read_evidence(const SourcePointer& source, Diagnostics& diagnostics);

// A file of statements, one a line (.intoto.jsonl); blank lines are passed over. One without any statement is a fault.
// What `git` does to line ends changes no digest.
std::vector<EvidenceStatement> read_evidence_lines(const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// Signed bytes with their signatures: a DSSE envelope (https://github.com/secure-systems-lab/dsse, version 1). Nothing
// of it is true until a signature was checked over `dsse_signed_bytes`.
struct DsseEnvelope {
  std::string payload_type;
  std::string payload;
  std::vector<std::string> signatures;
};

// What a signature is made over, DSSE's pre-authentication encoding: the type counts as the payload does.
std::string dsse_signed_bytes(std::string_view payload_type, std::string_view payload);

// An envelope with one signature, as one line of JSON with its line break. `key` names the signer's key, for people.
std::string dsse_text(const DsseEnvelope& envelope, std::string_view key);

// Whether a JSON document is an envelope, or means to be one.
bool is_dsse(const Value& document);

// None after a fault, which is reported at its place.
std::optional<DsseEnvelope> read_dsse(const Value& document, Diagnostics& diagnostics);

}  // namespace promptctl

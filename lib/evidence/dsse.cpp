#include "evidence/dsse.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "base/text.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_signatures = 16;

// A field in base64, by either of the alphabets that DSSE allows.
std::string read_bytes(FieldReader& fields, std::string_view name) {
  const std::size_t before = fields.diagnostics().errors();
  const std::string text = fields.required_text(name);
  auto bytes = base64_bytes(replace_all(replace_all(text, "-", "+"), "_", "/"));
  if (!bytes && fields.diagnostics().errors() == before) {
    fields.diagnostics().error("bad-evidence", fields.map().find(name)->where,
                               fmt::format("`{}` is not in base64", name));
  }
  return bytes.value_or("");
}

}  // namespace

std::string dsse_signed_bytes(std::string_view payload_type, std::string_view payload) {
  return fmt::format("DSSEv1 {} {} {} {}", payload_type.size(), payload_type, payload.size(), payload);
}

std::string dsse_text(const DsseEnvelope& envelope, std::string_view key) {
  Value signatures = list_value({});
  for (const std::string& signature : envelope.signatures) {
    signatures.items.push_back(map_value().set("keyid", text_value(key)).set("sig", text_value(base64(signature))));
  }
  return compact_json(map_value()
                          .set("payloadType", text_value(envelope.payload_type))
                          .set("payload", text_value(base64(envelope.payload)))
                          .set("signatures", std::move(signatures))) +
         "\n";
}

bool is_dsse(const Value& document) {
  return document.find("payloadType") != nullptr || document.find("payload") != nullptr;
}

std::optional<DsseEnvelope> read_dsse(const Value& document, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  DsseEnvelope envelope;
  FieldReader fields(document, diagnostics);
  envelope.payload_type = fields.required_text("payloadType");
  envelope.payload = read_bytes(fields, "payload");
  const Value* signatures = fields.required_value("signatures");
  const Value* list = fields.optional_list("signatures");
  for (const Value& signature : list == nullptr ? std::vector<Value>() : list->items) {
    FieldReader of_signature(signature, diagnostics);
    of_signature.optional_text("keyid");  // Nobody vouches for it: the signature names its key.
    envelope.signatures.push_back(read_bytes(of_signature, "sig"));
    of_signature.finish();
  }
  fields.finish();
  if (list != nullptr && (list->items.empty() || list->items.size() > most_signatures)) {
    diagnostics.error("bad-evidence", signatures->where,
                      fmt::format("an envelope has 1 to {} signatures", most_signatures));
  }
  return diagnostics.errors() == before ? std::optional(std::move(envelope)) : std::nullopt;
}

}  // namespace promptctl

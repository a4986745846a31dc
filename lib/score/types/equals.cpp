// `equals`: the reply is a given text, or the JSON of a given value.

#include <fmt/format.h>

#include "base/characters.hpp"
#include "base/utf8.hpp"
#include "document/json.hpp"
#include "score/finding.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Finding equals_json(const Value& wanted, const Subject& subject) {
  const auto reply = parse_json(subject.text);
  if (!reply) {
    return failed(fmt::format("expected {}, but the reply is no JSON: {}", in_quotes(compact_json(wanted)),
                              in_quotes(subject.text)));
  }
  return same(wanted, *reply) ? passed() : failed(difference(canonical_json(wanted), canonical_json(*reply)));
}

Check make(FieldReader& settings, const Judges&) {
  const Value* value = settings.required_value("value");
  if (value == nullptr) {
    return {};
  }
  if (value->is_map() || value->is_list() || value->is_null()) {
    return at_once([wanted = *value](const Subject& subject) { return equals_json(wanted, subject); });
  }
  return at_once([wanted = written_text(*value)](const Subject& subject) {
    return normalized(subject.text) == normalized(wanted) ? passed_also_blank(is_blank(wanted))
                                                          : failed(difference(wanted, subject.text));
  });
}

}  // namespace

const AssertionType equals_assertion{"equals",
                                     "the reply is `value`: as text, or as JSON where that is a map or a list", make};

}  // namespace promptctl

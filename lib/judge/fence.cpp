#include "judge/fence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

std::string code_of(const std::string& judge_digest, const JudgedTexts& texts, int counter) {
  Value value = map_value();
  value.set("judge", text_value(judge_digest)).set("counter", integer_value(counter));
  Value list = map_value();
  for (const auto& [name, text] : texts) {
    list.set(name, text_value(text));
  }
  value.set("texts", std::move(list));
  constexpr std::size_t digits = 32;
  return sha256(canonical_json(value)).substr(0, digits);
}

bool stands_in(const std::string& code, const JudgedTexts& texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [&code](const auto& text) { return text.second.find(code) != std::string::npos; });
}

}  // namespace

FencedTexts fence(const std::string& judge_digest, const JudgedTexts& texts) {
  FencedTexts fenced;
  int counter = 0;
  do {
    fenced.code = code_of(judge_digest, texts, counter++);
  } while (stands_in(fenced.code, texts));
  for (const auto& [name, text] : texts) {
    fenced.texts.emplace(name, fmt::format("<{0} {1}>\n{2}\n</{0} {1}>", name, fenced.code, text));
  }
  return fenced;
}

}  // namespace promptctl

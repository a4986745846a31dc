// Gemini's generateContent and streamGenerateContent.

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "mock/answers.hpp"
#include "mock/mock_pieces.hpp"

namespace promptctl {
namespace {

constexpr std::string_view whole_method = ":generateContent";
constexpr std::string_view stream_method = ":streamGenerateContent";
constexpr std::string_view embed_method = ":batchEmbedContents";
constexpr std::string_view folder = "/models/";

Value usage_value(const Usage& usage) {
  const long long reasoning = usage.reasoning.value_or(0);
  const long long input = usage.input.value_or(0);
  const long long output = usage.output.value_or(0);
  Value value = map_value();
  value.set("promptTokenCount", integer_value(input))
      .set("candidatesTokenCount", integer_value(std::max(0LL, output - reasoning)));
  if (reasoning > 0) {
    value.set("thoughtsTokenCount", integer_value(reasoning));
  }
  if (usage.cached.value_or(0) > 0) {
    value.set("cachedContentTokenCount", integer_value(*usage.cached));
  }
  return value.set("totalTokenCount", integer_value(input + output));
}

Value chunk(const MockAsked& asked, std::string_view text, std::string_view reason, std::string_view thoughts = {}) {
  Value parts = list_value({});
  if (!thoughts.empty()) {
    parts.items.push_back(map_value().set("text", text_value(thoughts)).set("thought", boolean_value(true)));
  }
  parts.items.push_back(map_value().set("text", text_value(text)));
  Value content = map_value();
  content.set("role", text_value("model")).set("parts", std::move(parts));
  Value candidate = map_value().set("content", std::move(content));
  if (!reason.empty()) {
    candidate.set("finishReason", text_value(reason));
  }
  candidate.set("index", integer_value(0));
  return map_value()
      .set("candidates", list_value({std::move(candidate)}))
      .set("modelVersion", text_value(asked.model))
      .set("responseId", text_value("mock"));
}

bool serves(std::string_view path) {
  return path.find(folder) != std::string_view::npos &&
         (path.ends_with(whole_method) || path.ends_with(stream_method) || path.ends_with(embed_method));
}

std::string text_of(const Value* content) {
  return text_of_content(content == nullptr ? nullptr : content->find("parts"));
}

std::string model_of(std::string_view path) {
  const std::size_t start = path.find(folder) + folder.size();
  return std::string(path.substr(start, path.rfind(':') - start));
}

std::optional<MockAsked> read_embeddings(std::string_view path, const Value& body) {
  const Value* requests = body.find("requests");
  MockAsked asked;
  asked.model = model_of(path);
  for (const Value& one : requests == nullptr ? std::vector<Value>() : requests->items) {
    const Value* dimensions = one.find("outputDimensionality");
    asked.dimensions = dimensions == nullptr ? std::nullopt : parse_integer(dimensions->text);
    asked.texts.push_back(text_of(one.find("content")));
    add_asked(asked, asked.texts.back());
  }
  return asked.texts.empty() ? std::nullopt : std::optional(asked);
}

std::optional<MockAsked> read(std::string_view path, const Value& body) {
  if (path.ends_with(embed_method)) {
    return read_embeddings(path, body);
  }
  const Value* contents = body.find("contents");
  if (contents == nullptr || !contents->is_list()) {
    return std::nullopt;
  }
  MockAsked asked;
  asked.model = model_of(path);
  asked.stream = path.ends_with(stream_method);
  if (const Value* instruction = body.find("systemInstruction")) {
    add_asked(asked, text_of(instruction));
  }
  for (const Value& content : contents->items) {
    add_asked(asked, text_of(&content));
  }
  return asked;
}

MockAnswer embedded(const MockAsked& asked) {
  Value list = list_value({});
  for (const std::string& text : asked.texts) {
    list.items.push_back(map_value().set("values", numbers_value(mock_vector(text, asked.dimensions))));
  }
  return whole_answer(map_value().set("embeddings", std::move(list)));
}

MockAnswer answer(const MockAsked& asked, const MockSaid& said) {
  if (!asked.texts.empty()) {
    return embedded(asked);
  }
  if (!asked.stream) {
    return whole_answer(
        chunk(asked, said.text, said.finish_reason, said.thoughts).set("usageMetadata", usage_value(said.usage)));
  }
  std::vector<std::string> pieces;
  std::string before = said.thoughts.empty() ? "" : mock_event(chunk(asked, "", "", said.thoughts));
  for (const std::string_view word : pieces_of_text(said.text)) {
    pieces.push_back(std::exchange(before, {}) + mock_event(chunk(asked, word, "")));
  }
  pieces.push_back(mock_event(chunk(asked, "", said.finish_reason).set("usageMetadata", usage_value(said.usage))));
  return stream_answer(std::move(pieces));
}

}  // namespace

const MockApi gemini_mock{"gemini", serves, read, answer};

}  // namespace promptctl

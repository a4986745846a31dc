#include "provider/embedding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "exchange/response_record.hpp"
#include "provider/text_field.hpp"

namespace promptctl {
namespace {

// Where an item of a list says that it belongs; else `position`.
std::size_t index_of(const Value& item, std::size_t position) {
  const Value* index = item.find("index");
  const auto number = index == nullptr ? std::nullopt : parse_integer(index->text);
  return number && *number >= 0 ? static_cast<std::size_t>(*number) : position;
}

// As long as 1, unless it has no direction.
void make_unit(std::vector<float>& vector) {
  double square = 0;
  for (const float number : vector) {
    square += static_cast<double>(number) * static_cast<double>(number);
  }
  for (float& number : vector) {
    number = square > 0 ? static_cast<float>(static_cast<double>(number) / std::sqrt(square)) : number;
  }
}

const Value& vector_in(const Value& item) {
  for (const std::string_view name : {"embedding", "values"}) {
    if (const Value* inside = item.find(name)) {
      return *inside;
    }
  }
  return item;
}

}  // namespace

Value embedding_texts(const Request& request) {
  Value texts = list_value({});
  for (const Message& message : request.messages) {
    texts.items.push_back(text_value(text_of(message)));
  }
  return texts;
}

Value embedding_body(const Request& request) {
  Value body = map_value();
  body.set("model", text_value(request.target.model)).set("input", embedding_texts(request));
  if (request.dimensions) {
    body.set("dimensions", integer_value(*request.dimensions));
  }
  return body;
}

std::optional<std::vector<float>> read_vector(const Value& value) {
  if (value.is_text()) {
    return floats_of_base64(value.text);
  }
  std::vector<float> numbers;
  for (const Value& item : value.items) {
    const auto number = static_cast<float>(item.number());
    if (!item.is_number() || !std::isfinite(number)) {
      return std::nullopt;
    }
    numbers.push_back(number);
  }
  return value.is_list() ? std::optional(std::move(numbers)) : std::nullopt;
}

void set_embeddings(std::vector<std::vector<float>> vectors, std::size_t count, AnswerDraft& draft) {
  const std::size_t size = vectors.empty() ? 0 : vectors.front().size();
  const bool are_alike = std::ranges::all_of(vectors, [size](const auto& vector) { return vector.size() == size; });
  if (vectors.size() != count || size == 0 || !are_alike) {
    draft.fail(fmt::format("the answer has {} of {}, {}", counted(vectors.size(), "embedding"), counted(count, "text"),
                           size > 0 && are_alike ? "of one size" : "some of them empty or of other sizes"));
    return;
  }
  draft.has_come();
  draft.set_embeddings(std::move(vectors));
}

bool EmbeddingAnswer::read(const Value& message, AnswerDraft& draft) {
  const Value* data = message.find("data");
  const Value* list = data == nullptr ? message.find("embeddings") : data;
  if (list == nullptr || !list->is_list()) {
    return false;
  }
  std::vector<std::vector<float>> vectors(list->items.size());
  for (std::size_t at = 0; at < list->items.size(); ++at) {
    const Value& item = list->items[at];
    const std::size_t index = index_of(item, at);
    auto vector = read_vector(vector_in(item));
    if (!vector || index >= vectors.size()) {
      return false;
    }
    vectors[index] = *std::move(vector);
  }
  if (is_cut_) {
    std::ranges::for_each(vectors, make_unit);
  }
  draft.set_model(text_field(message, "model"));
  draft.end_with(ending_);
  set_embeddings(std::move(vectors), count_, draft);
  return true;
}

}  // namespace promptctl

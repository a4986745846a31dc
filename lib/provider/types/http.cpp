// Any API that takes and gives JSON: its requests and where its answers have what counts are told by promptctl.yaml.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "document/json.hpp"
#include "document/json_pointer.hpp"
#include "provider/chat_answer.hpp"
#include "provider/chat_request.hpp"
#include "provider/embedding.hpp"
#include "provider/json_request.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

// JSON Pointers into a message of an answer; empty: it has none.
struct Places {
  std::string text;
  std::string finish_reason;
  std::string input_tokens;
  std::string output_tokens;
  std::string model;
  std::string thoughts;
  std::string embeddings;  // the list of them
  std::string vector;      // in each of them
};

enum class Streaming { none, events, lines };

std::string_view text_at(const Value& message, const std::string& pointer) {
  const Value* found = pointer.empty() ? nullptr : node_at(message, pointer);
  return found == nullptr || found->is_null() ? std::string_view() : std::string_view(found->text);
}

std::optional<long long> count_at(const Value& message, const std::string& pointer) {
  constexpr long long most = 1'000'000'000'000;  // What claims to be more, or less than none, is no count.
  const auto count = parse_integer(text_at(message, pointer));
  return count && *count >= 0 && *count <= most ? count : std::nullopt;
}

class PlacedAnswer : public AnswerReader {
 public:
  PlacedAnswer(const Places& places, Streaming streaming) : places_(places), streaming_(streaming) {}

  bool read(const Value& message, AnswerDraft& draft) override {
    draft.add_thoughts(text_at(message, places_.thoughts));
    const Value* text = node_at(message, places_.text);
    const std::string_view reason = text_at(message, places_.finish_reason);
    draft.set_model(text_at(message, places_.model));
    draft.add_usage(
        {.input = count_at(message, places_.input_tokens), .output = count_at(message, places_.output_tokens)});
    if (text != nullptr && text->is_text()) {
      draft.add({.text = text->text, .finish_reason = reason});
    }
    draft.end_with(reason);
    if (places_.finish_reason.empty() && streaming_ == Streaming::none && text != nullptr) {
      draft.end_with("stop");  // Nothing in the body says how it ended.
    }
    const bool is_readable = text == nullptr || text->is_text() || text->is_null();
    return is_readable && (text != nullptr || !reason.empty() || streaming_ != Streaming::none);
  }

  Framing framing() const override { return streaming_ == Streaming::lines ? Framing::lines : Framing::found; }

 private:
  const Places& places_;
  Streaming streaming_;
};

// Embeddings, where a pointer says.
class PlacedEmbeddings : public AnswerReader {
 public:
  PlacedEmbeddings(const Places& places, std::size_t count) : places_(places), count_(count) {}

  bool read(const Value& message, AnswerDraft& draft) override {
    const Value* list = places_.embeddings.empty() ? nullptr : node_at(message, places_.embeddings);
    std::vector<std::vector<float>> vectors;
    for (const Value& item : list == nullptr ? std::vector<Value>() : list->items) {
      const Value* numbers = node_at(item, places_.vector);
      auto vector = numbers == nullptr ? std::nullopt : read_vector(*numbers);
      if (!vector) {
        return false;
      }
      vectors.push_back(*std::move(vector));
    }
    draft.set_model(text_at(message, places_.model));
    draft.add_usage({.input = count_at(message, places_.input_tokens)});
    draft.end_with("stop");
    if (list != nullptr) {
      set_embeddings(std::move(vectors), count_, draft);
    }
    return list != nullptr;
  }

 private:
  const Places& places_;
  std::size_t count_;
};

// What a body may be filled with, by name.
Value variables_of(const Request& request) {
  std::string system, last, all;
  for (const Message& message : request.messages) {
    const std::string text = text_of(message);
    (message.role == Role::system ? system : last) = text;
    all += (all.empty() ? "" : "\n\n") + text;
  }
  Value variables = map_value();
  variables.set("model", text_value(request.target.model))
      .set("messages", chat_messages_value(request.messages))
      .set("system", text_value(system))
      .set("last", text_value(last))
      .set("text", text_value(all))
      .set("stream", boolean_value(request.stream))
      .set("json", boolean_value(request.json_output))
      .set("schema", request.output_schema)
      .set("texts", embedding_texts(request))
      .set("dimensions", request.dimensions ? integer_value(*request.dimensions) : Value());
  const Value asked = parameters_value(request.parameters);
  for (const ParameterName& parameter : parameter_names()) {
    const Value* value = asked.find(parameter.name);
    variables.set(std::string(parameter.key), value == nullptr ? Value() : *value);
  }
  return variables;
}

std::string_view name_in(std::string_view text) {
  return text.starts_with("{{") && text.ends_with("}}") ? trim(text.substr(2, text.size() - 4)) : std::string_view();
}

bool fills(const Value& node, std::string_view name) {
  return (node.is_text() && name_in(node.text) == name) ||
         std::any_of(node.items.begin(), node.items.end(), [name](const Value& item) { return fills(item, name); }) ||
         std::any_of(node.fields.begin(), node.fields.end(),
                     [name](const Field& field) { return fills(field.value, name); });
}

// The body with each text that is nothing but `{{name}}` in its place. A field of what was not asked is left out.
Value filled(const Value& node, const Value& variables) {
  if (const Value* variable = node.is_text() ? variables.find(name_in(node.text)) : nullptr) {
    return *variable;
  }
  Value copy = node;
  for (Value& item : copy.items) {
    item = filled(item, variables);
  }
  copy.fields.clear();
  for (const Field& field : node.fields) {
    Value value = filled(field.value, variables);
    if (!value.is_null() || field.value.is_null()) {
      copy.set(field.name, std::move(value));
    }
  }
  return copy;
}

class Http : public Provider {
 public:
  Http(Value body, Places places, Streaming streaming)
      : body_(std::move(body)), places_(std::move(places)), streaming_(streaming) {}

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Request asked = request;
    asked.stream = streaming_ != Streaming::none;
    return json_request(asked, settings, "", filled(body_, variables_of(asked)));
  }

  bool takes(std::string_view parameter, std::string_view /*model*/) const override {
    if (parameter == "json_output" || parameter == "output_schema") {
      return fills(body_, parameter == "json_output" ? "json" : "schema");
    }
    const auto known = std::ranges::find(parameter_names(), parameter, &ParameterName::name);
    return known != parameter_names().end() && fills(body_, known->key);
  }

  bool is_reserved(std::string_view /*name*/) const override { return false; }  // Who knows what they mean here?

  bool embeds() const override { return !places_.embeddings.empty(); }

  std::unique_ptr<AnswerReader> reader(const Request& request) const override {
    if (request.task == Task::embedding) {
      return std::make_unique<PlacedEmbeddings>(places_, request.messages.size());
    }
    return std::make_unique<PlacedAnswer>(places_, streaming_);
  }

 private:
  Value body_;
  Places places_;
  Streaming streaming_;
};

std::string read_pointer(FieldReader& fields, std::string_view name) {
  std::string pointer = fields.optional_text(name).value_or("");
  if (!is_json_pointer(pointer)) {
    fields.diagnostics().error("bad-pointer", fields.map().find(name)->where,
                               fmt::format("`{}` is no JSON Pointer", pointer), "write /choices/0/text");
    return {};
  }
  return pointer;
}

Places read_places(FieldReader& settings) {
  const Value* map = settings.optional_map("answer");
  if (map == nullptr) {
    return {};
  }
  FieldReader fields(*map, settings.diagnostics());
  Places places;
  places.embeddings = read_pointer(fields, "embeddings");
  places.vector = read_pointer(fields, "vector");
  if (places.embeddings.empty()) {
    fields.required_value("text");
  }
  places.text = read_pointer(fields, "text");
  places.thoughts = read_pointer(fields, "thoughts");
  places.finish_reason = read_pointer(fields, "finish_reason");
  places.input_tokens = read_pointer(fields, "input_tokens");
  places.output_tokens = read_pointer(fields, "output_tokens");
  places.model = read_pointer(fields, "model");
  fields.finish();
  return places;
}

// Whether a text has a name to be filled among other text, where nothing is filled.
bool names_beside_text(std::string_view text, const Value& variables) {
  for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 1)) {
    const std::size_t end = text.find("}}", at);
    if (end != std::string_view::npos && variables.find(trim(text.substr(at + 2, end - at - 2))) != nullptr) {
      return true;
    }
  }
  return false;
}

void report_unknown_names(const Value& node, const Value& variables, Diagnostics& diagnostics) {
  const std::string_view name = node.is_text() ? name_in(node.text) : std::string_view();
  if (!name.empty() && variables.find(name) == nullptr) {
    diagnostics.error("unknown-choice", node.where, fmt::format("a body can't be filled with `{}`", name),
                      "messages, text, last, system, model, stream, json, schema, texts, dimensions, or a name of a "
                      "prompt's `config`");
  }
  if (name.empty() && node.is_text() && names_beside_text(node.text, variables)) {
    diagnostics.error("unknown-choice", node.where, fmt::format("`{}` would be sent as it is", node.text),
                      "a text that is filled is nothing but {{name}}: `text` and `last` have what the prompt says");
  }
  for (const Value& item : node.items) {
    report_unknown_names(item, variables, diagnostics);
  }
  for (const Field& field : node.fields) {
    report_unknown_names(field.value, variables, diagnostics);
  }
}

std::shared_ptr<const Provider> make(FieldReader& settings) {
  settings.required_value("body");
  settings.required_value("answer");
  const Value* body = settings.optional_map("body");
  const Places places = read_places(settings);
  const auto how = settings.optional_choice("streaming", {"events", "lines"});
  const Streaming streaming = !how ? Streaming::none : *how == "lines" ? Streaming::lines : Streaming::events;
  if (body != nullptr) {
    report_unknown_names(*body, variables_of({}), settings.diagnostics());
  }
  if (streaming != Streaming::none && places.finish_reason.empty()) {
    settings.diagnostics().error("missing-key", settings.map().find("streaming")->where,
                                 "`answer.finish_reason` is missing: how does a stream that was cut differ?");
  }
  return std::make_shared<Http>(body == nullptr ? map_value() : *body, places, streaming);
}

}  // namespace

const ProviderType http_provider{
    "http", "any API that takes and gives JSON", chat_finish_words, "[DONE]", {}, make, false, false};

}  // namespace promptctl

// OpenAI's responses (platform.openai.com/docs/api-reference/responses).

#include <array>
#include <set>
#include <string>
#include <utility>

#include "provider/chat_request.hpp"
#include "provider/json_request.hpp"
#include "provider/stream_asides.hpp"
#include "provider/text_field.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

constexpr std::array<SentParameter, 6> parameters{{{"temperature", "temperature"},
                                                   {"top_p", "top_p"},
                                                   {"max_output_tokens", "max_output_tokens"},
                                                   {"reasoning_effort", "reasoning.effort"},
                                                   {"verbosity", "text.verbosity"},
                                                   {"service_tier", "service_tier"}}};

constexpr std::array<FinishWord, 4> finish_words{{{"completed", "stop"},
                                                  {"function_call", "tool_calls"},
                                                  {"max_output_tokens", "length"},
                                                  {"content_filter", "content_filter"}}};

Value part_value(const Part& part, Role role) {
  if (const auto* media = std::get_if<MediaPart>(&part)) {
    return map_value().set("type", text_value("input_image")).set("image_url", text_value(media->url));
  }
  const std::string_view type = role == Role::model ? "output_text" : "input_text";
  return map_value().set("type", text_value(type)).set("text", text_value(std::get<TextPart>(part).text));
}

Value input_value(const std::vector<Message>& messages) {
  Value input = list_value({});
  for (const Message& message : messages) {
    Value content = list_value({});
    for (const Part& part : message.parts) {
      content.items.push_back(part_value(part, message.role));
    }
    const std::string_view role = message.role == Role::model  ? "assistant"
                                  : message.role == Role::tool ? "user"
                                                               : role_name(message.role);
    input.items.push_back(map_value().set("role", text_value(role)).set("content", std::move(content)));
  }
  return input;
}

void set_format(Value& body, const Request& request) {
  if (!request.json_output) {
    return;
  }
  Value format = map_value();
  if (request.output_schema.is_null()) {
    format.set("type", text_value("json_object"));
  } else if (is_sendable_schema(request.output_schema)) {
    format.set("type", text_value("json_schema"))
        .set("name", text_value("reply"))
        .set("strict", boolean_value(is_strict_schema(request.output_schema)))
        .set("schema", request.output_schema);
  } else {
    return;
  }
  set_at(body, "text.format", std::move(format));
}

class ResponsesAnswer : public AnswerReader {
 public:
  bool read(const Value& message, AnswerDraft& draft) override {
    const std::string_view type = text_field(message, "type");
    if (text_field(message, "object") == "response") {
      return read_whole(message, draft);
    }
    if (!type.starts_with("response.")) {
      return !may_say({"", {}, message});
    }
    if (type == "response.output_item.added") {
      begin_item(message);
    } else if (type == "response.output_text.delta" && !is_commentary(message)) {
      draft.add({.text = std::string(text_field(message, "delta"))});
    } else if (type == "response.reasoning_summary_text.delta" || type == "response.reasoning_text.delta") {
      draft.add_thoughts(text_field(message, "delta"));
    } else if (type == "response.refusal.delta") {
      draft.add({.refusal = std::string(text_field(message, "delta"))});
    } else if (const Value* whole = message.find("response")) {
      const bool is_last = type == "response.completed" || type == "response.incomplete";
      draft.set_model(text_field(*whole, "model"));
      return !is_last || read_whole(*whole, draft);
    }
    return true;  // Whatever else is told on the way stands in the last event as well.
  }

 private:
  // What a model says of its work is not its answer.
  static bool is_said_beside(const Value& item) { return text_field(item, "phase") == "commentary"; }

  static std::string index_of(const Value& event) {
    const Value* index = event.find("output_index");
    return index == nullptr ? std::string() : index->text;
  }

  void begin_item(const Value& event) {
    const Value* item = event.find("item");
    if (item != nullptr && is_said_beside(*item)) {
      commentary_.insert(index_of(event));
    }
  }

  bool is_commentary(const Value& event) const { return commentary_.count(index_of(event)) != 0; }

  static bool read_whole(const Value& response, AnswerDraft& draft) {
    const Value* output = response.find("output");
    if (output == nullptr || !output->is_list()) {
      return false;
    }
    std::string text, refusal, thoughts;
    bool calls_tools = false;
    for (const Value& item : output->items) {
      thoughts += text_field(item, "type") == "reasoning" ? thoughts_in(item) : std::string();
      calls_tools = calls_tools || text_field(item, "type") == "function_call";
      const Value* content = is_said_beside(item) ? nullptr : item.find("content");
      const bool is_message = text_field(item, "type") == "message";
      for (const Value& part : content == nullptr || !is_message ? std::vector<Value>() : content->items) {
        text += text_field(part, "type") == "output_text" ? text_field(part, "text") : std::string_view();
        refusal += text_field(part, "refusal");
      }
    }
    draft.has_come();
    draft.set_model(text_field(response, "model"));
    draft.set_text(text);
    draft.set_refusal(refusal);
    draft.set_thoughts(thoughts);
    draft.end_with(ending_of(response, calls_tools));
    draft.end();
    return true;
  }

  // Servers of open models show the thoughts themselves, OpenAI a summary.
  static std::string thoughts_in(const Value& item) {
    std::string thoughts;
    for (const Value* parts : {item.find("summary"), item.find("content")}) {
      for (const Value& part : parts == nullptr ? std::vector<Value>() : parts->items) {
        thoughts += text_field(part, "text");
      }
    }
    return thoughts;
  }

  static std::string_view ending_of(const Value& response, bool calls_tools) {
    const std::string_view status = text_field(response, "status");
    const Value* details = response.find("incomplete_details");
    const std::string_view reason = details == nullptr ? std::string_view() : text_field(*details, "reason");
    if (status != "completed") {
      return reason.empty() ? status : reason;
    }
    return calls_tools ? "function_call" : status;
  }

  std::set<std::string> commentary_;  // output indices
};

class Responses : public Provider {
 public:
  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    Value body = map_value();
    body.set("model", text_value(request.target.model)).set("input", input_value(request.messages));
    set_parameters(body, request.parameters, parameters);
    set_format(body, request);
    body.set("store", boolean_value(false));  // What is sent is not kept there.
    if (request.stream) {
      body.set("stream", boolean_value(true));
    }
    return json_request(request, settings, "/responses", std::move(body));
  }

  bool takes(std::string_view parameter, std::string_view /*model*/) const override {
    return has_parameter(parameters, parameter) || parameter == "json_output" || parameter == "output_schema";
  }

  std::unique_ptr<AnswerReader> reader(const Request& /*request*/) const override {
    return std::make_unique<ResponsesAnswer>();
  }
};

std::shared_ptr<const Provider> make(FieldReader& /*settings*/) {
  return std::make_shared<Responses>();
}

}  // namespace

const ProviderType openai_responses_provider{"openai-responses", "OpenAI's responses", finish_words, "", {}, make};

}  // namespace promptctl

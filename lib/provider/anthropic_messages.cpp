#include "provider/anthropic_messages.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "exchange/data_url.hpp"
#include "provider/sent_parameters.hpp"
#include "provider/stream_asides.hpp"
#include "provider/text_field.hpp"

namespace promptctl {
namespace {

constexpr std::array<SentParameter, 7> parameters{{{"temperature", "temperature"},
                                                   {"top_p", "top_p"},
                                                   {"top_k", "top_k"},
                                                   {"max_output_tokens", "max_tokens"},
                                                   {"stop", "stop_sequences"},
                                                   {"reasoning_effort", "output_config.effort"},
                                                   {"service_tier", "service_tier"}}};

Value part_value(const Part& part) {
  const auto* media = std::get_if<MediaPart>(&part);
  if (media == nullptr) {
    return map_value().set("type", text_value("text")).set("text", text_value(std::get<TextPart>(part).text));
  }
  Value source = map_value();
  const auto data = split_data_url(media->url);
  std::string_view type = media->content_type;
  if (data) {
    type = data->content_type;
    source.set("type", text_value("base64"))
        .set("media_type", text_value(data->content_type))
        .set("data", text_value(data->base64));
  } else {
    source.set("type", text_value("url")).set("url", text_value(media->url));
  }
  const std::string_view kind = type == "application/pdf" ? "document" : "image";
  return map_value().set("type", text_value(kind)).set("source", std::move(source));
}

Value parts_value(const Message& message) {
  Value parts = list_value({});
  for (const Part& part : message.parts) {
    parts.items.push_back(part_value(part));
  }
  return parts;
}

// Instructions stand apart from the conversation, in which only two take part.
void set_messages(Value& body, const Request& request) {
  Value system = list_value({});
  Value messages = list_value({});
  for (const Message& message : request.messages) {
    Value parts = parts_value(message);
    if (message.role == Role::system) {
      std::move(parts.items.begin(), parts.items.end(), std::back_inserter(system.items));
    } else {
      const std::string_view role = message.role == Role::model ? "assistant" : "user";
      messages.items.push_back(map_value().set("role", text_value(role)).set("content", std::move(parts)));
    }
  }
  if (!system.items.empty()) {
    body.set("system", std::move(system));
  }
  body.set("messages", std::move(messages));
}

void set_thinking(Value& body, const Parameters& asked) {
  if (asked.thinking_budget) {
    Value thinking = map_value();
    thinking.set("type", text_value(*asked.thinking_budget == 0 ? "disabled" : "enabled"));
    if (*asked.thinking_budget > 0) {
      thinking.set("budget_tokens", integer_value(*asked.thinking_budget));
    }
    body.set("thinking", std::move(thinking));
  }
}

class MessagesAnswer : public AnswerReader {
 public:
  bool read(const Value& message, AnswerDraft& draft) override {
    const std::string_view type = text_field(message, "type");
    if (type == "message") {
      read_whole(message, draft);
    } else if (type == "message_start") {
      start(message, draft);
    } else if (type == "content_block_start") {
      const Value* block = message.find("content_block");
      return block != nullptr && read_block(*block, draft);
    } else if (type == "content_block_delta") {
      const Value* delta = message.find("delta");
      return delta != nullptr && read_delta(*delta, draft);
    } else if (type == "message_delta") {
      end(message.find("delta"), draft);
    } else if (type == "message_stop") {
      draft.end();
    } else {
      return type == "content_block_stop" || !may_say({"", {}, message});
    }
    return true;
  }

 private:
  void start(const Value& message, AnswerDraft& draft) {
    if (std::exchange(has_started_, true)) {
      draft.fail(std::string("the stream holds two answers: a second `message_start` came"));
    }
    draft.has_come();
    const Value* begun = message.find("message");
    draft.set_model(begun == nullptr ? std::string_view() : text_field(*begun, "model"));
  }

  static void read_whole(const Value& message, AnswerDraft& draft) {
    draft.has_come();
    draft.set_model(text_field(message, "model"));
    const Value* content = message.find("content");
    std::string text, thoughts;
    for (const Value& block : content == nullptr ? std::vector<Value>() : content->items) {
      text += text_field(block, "type") == "text" ? text_field(block, "text") : std::string_view();
      thoughts += text_field(block, "thinking");
    }
    draft.set_text(text);
    draft.set_thoughts(thoughts);
    end(&message, draft);
  }

  // Thoughts, calls of tools and what they found are no text.
  static bool read_block(const Value& block, AnswerDraft& draft) {
    draft.add_thoughts(text_field(block, "thinking"));
    draft.add({.text = text_field(block, "type") == "text" ? std::string(text_field(block, "text")) : ""});
    return true;
  }

  static bool read_delta(const Value& delta, AnswerDraft& draft) {
    constexpr std::array<std::string_view, 5> silent{"input_json_delta", "thinking_delta", "signature_delta",
                                                     "citations_delta", "compaction_delta"};
    const std::string_view type = text_field(delta, "type");
    draft.add_thoughts(text_field(delta, "thinking"));
    if (type == "text_delta") {
      draft.add({.text = std::string(text_field(delta, "text"))});
      return true;
    }
    return std::find(silent.begin(), silent.end(), type) != silent.end();
  }

  // How the answer ended, and where the model refused, why.
  static void end(const Value* ending, AnswerDraft& draft) {
    if (ending == nullptr) {
      return;
    }
    draft.end_with(text_field(*ending, "stop_reason"));
    const Value* details = ending->find("stop_details");
    if (text_field(*ending, "stop_reason") == "refusal") {
      const std::string_view why = details == nullptr ? std::string_view() : text_field(*details, "explanation");
      draft.set_refusal(why.empty() ? "the model refused" : why);
    }
  }

  bool has_started_ = false;
};

}  // namespace

Value messages_body(const Request& request) {
  Value body = map_value();
  set_messages(body, request);
  set_parameters(body, request.parameters, parameters);
  set_thinking(body, request.parameters);
  if (!request.output_schema.is_null()) {
    set_at(body, "output_config.format",
           map_value().set("type", text_value("json_schema")).set("schema", request.output_schema));
  }
  if (request.stream) {
    body.set("stream", boolean_value(true));
  }
  return body;
}

bool takes_sampling(std::string_view model) {
  constexpr std::string_view family = "claude-opus-4-";
  const std::size_t at = model.find(family);
  const std::string_view minor = at == std::string_view::npos ? std::string_view() : model.substr(at + family.size());
  const bool is_single = minor.size() == 1 || (minor.size() > 1 && minor[1] == '-');  // and no date
  return (!is_single || minor[0] < '7' || minor[0] > '9') && model.find("claude-opus-5") == std::string_view::npos;
}

bool messages_take(std::string_view parameter, std::string_view model) {
  const bool samples = parameter == "temperature" || parameter == "top_p" || parameter == "top_k";
  return (has_parameter(parameters, parameter) || parameter == "thinking_budget" || parameter == "output_schema") &&
         (!samples || takes_sampling(model));
}

std::vector<Refusal> messages_refusals(const Request& request) {
  const Parameters& asked = request.parameters;
  constexpr long long least_budget = 1024;
  constexpr double least_top_p = 0.95;
  std::vector<Refusal> refusals;
  const auto refuse = [&refusals](bool is_refused, std::string_view parameter, std::string_view why) {
    if (is_refused) {
      refusals.push_back({std::string(parameter), std::string(why)});
    }
  };
  const long long budget = asked.thinking_budget.value_or(0);
  refuse(budget > 0 && budget < least_budget, "thinking_budget", "must be 0 or at least 1024");
  refuse(budget >= asked.max_output_tokens.value_or(budget + 1), "thinking_budget", "must be below `maxOutputTokens`");
  refuse(budget > 0 && asked.temperature && *asked.temperature != 1, "temperature", "must be 1 beside thoughts");
  refuse(budget > 0 && asked.top_k, "top_k", "can't stand beside thoughts");
  refuse(budget > 0 && asked.top_p && *asked.top_p < least_top_p, "top_p", "must be at least 0.95 beside thoughts");
  refuse(asked.temperature && asked.top_p, "top_p", "can't stand beside `temperature`");
  refuse(asked.temperature && *asked.temperature > 1, "temperature", "must be at most 1");
  return refusals;
}

void complete_messages(Parameters& asked, long long most_tokens) {
  asked.max_output_tokens = asked.max_output_tokens.value_or(most_tokens + asked.thinking_budget.value_or(0));
}

std::unique_ptr<AnswerReader> messages_reader() {
  return std::make_unique<MessagesAnswer>();
}

}  // namespace promptctl

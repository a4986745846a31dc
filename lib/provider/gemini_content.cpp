#include "provider/gemini_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/url.hpp"
#include "exchange/data_url.hpp"
#include "provider/sent_parameters.hpp"
#include "provider/stream_asides.hpp"
#include "provider/text_field.hpp"

namespace promptctl {
namespace {

constexpr std::array<SentParameter, 10> parameters{
    {{"temperature", "generationConfig.temperature"},
     {"top_p", "generationConfig.topP"},
     {"top_k", "generationConfig.topK"},
     {"max_output_tokens", "generationConfig.maxOutputTokens"},
     {"seed", "generationConfig.seed"},
     {"stop", "generationConfig.stopSequences"},
     {"frequency_penalty", "generationConfig.frequencyPenalty"},
     {"presence_penalty", "generationConfig.presencePenalty"},
     {"reasoning_effort", "generationConfig.thinkingConfig.thinkingLevel"},
     {"thinking_budget", "generationConfig.thinkingConfig.thinkingBudget"}}};

Value part_value(const Part& part) {
  const auto* media = std::get_if<MediaPart>(&part);
  if (media == nullptr) {
    return map_value().set("text", text_value(std::get<TextPart>(part).text));
  }
  if (const auto data = split_data_url(media->url)) {
    return map_value().set(
        "inlineData",
        map_value().set("mimeType", text_value(data->content_type)).set("data", text_value(data->base64)));
  }
  Value file = map_value();
  if (!media->content_type.empty()) {
    file.set("mimeType", text_value(media->content_type));
  }
  return map_value().set("fileData", std::move(file.set("fileUri", text_value(media->url))));
}

void set_messages(Value& body, const Request& request) {
  Value instructions = list_value({});
  Value contents = list_value({});
  for (const Message& message : request.messages) {
    Value parts = list_value({});
    for (const Part& part : message.parts) {
      (message.role == Role::system ? instructions : parts).items.push_back(part_value(part));
    }
    if (message.role != Role::system) {
      const std::string_view role = message.role == Role::model ? "model" : "user";
      contents.items.push_back(map_value().set("role", text_value(role)).set("parts", std::move(parts)));
    }
  }
  if (!instructions.items.empty()) {
    body.set("systemInstruction", map_value().set("parts", std::move(instructions)));
  }
  body.set("contents", std::move(contents));
}

class GeminiAnswer : public AnswerReader {
 public:
  bool read(const Value& message, AnswerDraft& draft) override {
    draft.set_model(text_field(message, "modelVersion"));
    const Value* candidates = message.find("candidates");
    if (candidates == nullptr || candidates->items.empty()) {
      return read_feedback(message, draft);
    }
    const auto first = std::ranges::find_if(candidates->items, is_first);
    if (first == candidates->items.end()) {
      return true;
    }
    const Value& candidate = *first;
    const Value* content = candidate.find("content");
    const Value* parts = content == nullptr ? nullptr : content->find("parts");
    const std::string_view reason = text_field(candidate, "finishReason");
    std::string text;
    bool is_read = candidate.is_map();
    for (const Value& part : parts == nullptr ? std::vector<Value>() : parts->items) {
      is_read = add_part(part, text, draft) && is_read;
      draft.end_with(part.find(called_tools) == nullptr ? std::string_view() : called_tools);
    }
    draft.add({.id = text_field(message, "responseId"), .text = std::move(text), .finish_reason = reason});
    draft.end_with(reason);
    return is_read;
  }

 private:
  // One answer is asked for: whatever has another number is none.
  static bool is_first(const Value& candidate) {
    const Value* index = candidate.find("index");
    return index == nullptr || index->is_null() || index->text == "0";
  }

  // Thoughts and calls of tools are no text.
  static bool add_part(const Value& part, std::string& text, AnswerDraft& draft) {
    constexpr std::array<std::string_view, 6> silent{"functionCall",     "executableCode", "codeExecutionResult",
                                                     "thoughtSignature", "inlineData",     "fileData"};
    const Value* thought = part.find("thought");
    const Value* piece = part.find("text");
    if (piece != nullptr && piece->is_text()) {
      const bool is_thought = thought != nullptr && thought->is_true();
      text += is_thought ? std::string() : piece->text;
      draft.add_thoughts(is_thought ? piece->text : std::string());
      return true;
    }
    return std::any_of(silent.begin(), silent.end(),
                       [&part](std::string_view name) { return part.find(name) != nullptr; });
  }

  // A prompt that is blocked has no candidate: that is how the model's provider refuses.
  static bool read_feedback(const Value& message, AnswerDraft& draft) {
    const Value* feedback = message.find("promptFeedback");
    const std::string_view reason = feedback == nullptr ? std::string_view() : text_field(*feedback, "blockReason");
    if (feedback == nullptr || reason.empty()) {
      return message.find("usageMetadata") != nullptr || !may_say({"", {}, message});
    }
    const std::string_view why = text_field(*feedback, "blockReasonMessage");
    draft.has_come();
    draft.set_refusal(why.empty() ? fmt::format("the prompt was blocked: {}", reason) : why);
    draft.end_with("SAFETY");
    return true;
  }
};

std::string upper_ascii(std::string text) {
  for (char& c : text) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

}  // namespace

Value gemini_body(const Request& request) {
  Value body = map_value();
  set_messages(body, request);
  Parameters asked = request.parameters;
  if (asked.reasoning_effort) {
    asked.reasoning_effort = upper_ascii(*asked.reasoning_effort);
  }
  set_parameters(body, asked, parameters);
  if (request.json_output) {
    set_at(body, "generationConfig.responseMimeType", text_value("application/json"));
  }
  if (!request.output_schema.is_null()) {
    set_at(body, "generationConfig.responseJsonSchema", request.output_schema);
  }
  return body;
}

std::string gemini_path(const Request& request) {
  const std::string_view method = request.stream ? "streamGenerateContent" : "generateContent";
  return fmt::format("/models/{}:{}", percent_encoded(request.target.model), method);
}

bool gemini_takes(std::string_view parameter) {
  return has_parameter(parameters, parameter) || parameter == "json_output" || parameter == "output_schema";
}

std::unique_ptr<AnswerReader> gemini_reader() {
  return std::make_unique<GeminiAnswer>();
}

}  // namespace promptctl

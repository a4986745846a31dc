// A program that answers: the request as JSON on its standard input, the answer as JSON on its standard output.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "provider/chat_answer.hpp"
#include "provider/chat_request.hpp"
#include "provider/embedding.hpp"
#include "provider/endpoint.hpp"
#include "provider/json_request.hpp"
#include "provider/text_field.hpp"
#include "provider/types.hpp"

namespace promptctl {
namespace {

class ProgramAnswer : public AnswerReader {
 public:
  bool read(const Value& message, AnswerDraft& draft) override {
    const Value* text = message.find("text");
    if (text == nullptr || !text->is_text()) {
      return false;
    }
    const std::string_view reason = text_field(message, "finish_reason");
    draft.has_come();
    draft.set_text(text->text);
    draft.set_refusal(text_field(message, "refusal"));
    draft.set_thoughts(text_field(message, "thoughts"));
    draft.set_model(text_field(message, "model"));
    draft.end_with(reason.empty() ? "stop" : reason);
    return true;
  }
};

// What a prompt's `config` asks, by its keys.
Value config_value(const Parameters& parameters) {
  Value config = map_value();
  const Value asked = parameters_value(parameters);
  for (const ParameterName& name : parameter_names()) {
    if (const Value* value = asked.find(name.name)) {
      config.set(std::string(name.key), *value);
    }
  }
  return config;
}

Value question_value(const Request& request) {
  Value body = map_value();
  body.set("model", text_value(request.target.model));
  if (request.task == Task::embedding) {
    return body.set("task", text_value("embedding"))
        .set("texts", embedding_texts(request))
        .set("dimensions", request.dimensions ? integer_value(*request.dimensions) : Value());
  }
  return body.set("task", text_value("reply"))
      .set("messages", chat_messages_value(request.messages))
      .set("config", config_value(request.parameters))
      .set("json", boolean_value(request.json_output))
      .set("schema", request.output_schema)
      .set("repeat", integer_value(request.repeat));
}

class Exec : public Provider {
 public:
  Exec(std::vector<std::string> command, std::vector<std::string> variables)
      : command_(std::move(command)), variables_(std::move(variables)) {}

  HttpRequest ask(const Request& request, const ProviderSettings& settings) const override {
    HttpRequest http = json_request(request, settings, "", question_value(request));
    http.program = ProgramToRun{command_, variables_, settings.folder};
    return http;
  }

  bool takes(std::string_view /*parameter*/, std::string_view /*model*/) const override { return true; }

  bool is_reserved(std::string_view /*name*/) const override { return false; }

  bool embeds() const override { return true; }

  std::unique_ptr<AnswerReader> reader(const Request& request) const override {
    if (request.task == Task::embedding) {
      return std::make_unique<EmbeddingAnswer>(request, "stop");
    }
    return std::make_unique<ProgramAnswer>();
  }

  std::string address() const override {
    return fmt::format("{}{}", program_scheme, command_.empty() ? "" : command_.front());
  }

 private:
  std::vector<std::string> command_;
  std::vector<std::string> variables_;
};

bool is_name_of_variable(std::string_view name) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789";
  return !name.empty() && name.find_first_not_of(letters) == std::string_view::npos &&
         (name.front() < '0' || name.front() > '9');
}

std::shared_ptr<const Provider> make(FieldReader& settings) {
  const Value* written = settings.required_value("command");
  std::vector<std::string> command = settings.optional_texts("command");
  std::vector<std::string> variables = settings.optional_texts("environment");
  const auto wrong = std::find_if_not(variables.begin(), variables.end(), is_name_of_variable);
  if (wrong != variables.end()) {
    settings.diagnostics().error("bad-environment", settings.map().find("environment")->where,
                                 fmt::format("`{}` is no name of a variable", *wrong),
                                 "its value comes from the environment: write the name alone");
  }
  if (written != nullptr && written->is_text() && written->text.find(' ') != std::string::npos) {
    settings.diagnostics().warning("one-word", written->where,
                                   fmt::format("`{}` is the name of one program", written->text),
                                   "write its arguments as a list: [python3, answer.py]");
  }
  if (written != nullptr && (command.empty() || command.front().empty())) {
    settings.diagnostics().error("missing-key", written->where, "`command` names no program");
  }
  return std::make_shared<Exec>(std::move(command), std::move(variables));
}

}  // namespace

const ProviderType exec_provider{"exec", "a program of yours", chat_finish_words, "", {}, make, true, false};

}  // namespace promptctl

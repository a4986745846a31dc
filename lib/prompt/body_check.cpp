#include "prompt/body_check.hpp"

#include "base/text.hpp"

namespace promptctl {
namespace {

bool holds_word(std::string_view text, std::string_view word) {
  return text.find("\"" + std::string(word) + "\"") != std::string_view::npos ||
         text.find("'" + std::string(word) + "'") != std::string_view::npos;
}

bool begins_a_map(std::string_view text) {
  return text.starts_with('{') && !text.starts_with("{{");
}

// Whatever templates are in it, so that it need not be JSON yet.
bool is_json_chat(std::string_view body) {
  const bool list = body.starts_with('[') && body.ends_with(']') && begins_a_map(trim(body.substr(1)));
  const bool map = begins_a_map(body) && body.ends_with('}') && holds_word(body, "messages");
  return (list || map) && holds_word(body, "role") && holds_word(body, "content");
}

bool is_yaml_chat(std::string_view body) {
  return body.starts_with("- role:") && body.find("\n  content:") != std::string_view::npos;
}

bool is_path(std::string_view body) {
  return body.find_first_of(" \t\n{") == std::string_view::npos &&
         (body.starts_with("file://") || (body.ends_with(".prompt") && body.find('/') != std::string_view::npos));
}

}  // namespace

bool names_file(const Value& value) {
  return value.is_text() && value.text.starts_with("file://") && value.text.find('\n') == std::string::npos;
}

void warn_of_file(const std::string& what, const Location& where, Diagnostics& diagnostics) {
  diagnostics.warning("file-reference", where, what + " is the name of a file, and no file is read for it",
                      "put the file's text here");
}

void check_body(const SourcePointer& source, std::size_t start, Diagnostics& diagnostics) {
  const std::string_view body = trim(source->text().substr(start));
  if (body.empty()) {
    return;
  }
  const Location where = locate(source, static_cast<std::size_t>(body.data() - source->text().data()));
  if (is_json_chat(body) || is_yaml_chat(body)) {
    diagnostics.error("no-template", where, "the body is a list of messages, and would be sent as the text of one",
                      "write {{role \"system\"}}, {{role \"user\"}} before the text of each message");
  } else if (is_path(body)) {
    diagnostics.error("no-template", where, "the body is the name of a file, and would be sent as it is",
                      "write the text here, or include a partial: {{>name}}; a checkout without links has such files");
  }
}

}  // namespace promptctl

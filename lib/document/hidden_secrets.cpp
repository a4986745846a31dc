#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "document/secrets.hpp"
#include "document/yaml.hpp"

namespace promptctl {
namespace {

// Finds what must not be shown of one file, by the places of its values; text that did not become a value, in a comment
// or of a file that is no YAML, by the names that it follows.
class SecretPlaces {
 public:
  explicit SecretPlaces(const SourcePointer& source) : text_(source->text()) {
    for (std::size_t end = 0; end != std::string_view::npos; end = text_.find('\n', end)) {
      end += line_starts_.empty() ? 0 : 1;
      line_starts_.push_back(end);
    }
    Diagnostics ignored;  // Reported when the file is read.
    const auto document = read_yaml(source, ignored);
    if (document) {
      note_keys(*document);
      const Value* providers = document->find("providers");
      for (const Field& provider : providers == nullptr ? std::vector<Field>() : providers->fields) {
        hide_secrets_of(provider.value);
      }
    }
    hide_text_behind_names(document.has_value());
    hide_passwords_in_text();
  }

  std::vector<Span> take() { return std::move(hidden_); }

 private:
  std::size_t offset_of(const Location& where) const {
    const auto line = static_cast<std::size_t>(std::max(1, where.line) - 1);
    const std::size_t mark = line == 0 && text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t start = line < line_starts_.size() ? line_starts_[line] : text_.size();
    return std::min(text_.size(), start + mark + static_cast<std::size_t>(std::max(1, where.column) - 1));
  }

  void note_keys(const Value& value) {
    for (const Field& field : value.fields) {
      keys_.insert(offset_of(field.where));
      note_keys(field.value);
    }
    std::for_each(value.items.begin(), value.items.end(), [this](const Value& item) { note_keys(item); });
  }

  void hide_secrets_of(const Value& settings) {
    for (const Field& field : settings.fields) {
      const bool is_misspelt = !nearest_name(field.name, {"api_key"}).empty();
      if (is_secret_name(field.name) || is_misspelt) {
        hide_all_of(field.value, is_misspelt ? "api_key" : field.name);
      } else if (const std::string_view secret = secret_in(field.name, field.value.text); !secret.empty()) {
        hide_part(field.value, secret);
      } else if (field.name != "finish_reasons") {  // Its keys are words that a provider chose.
        hide_secrets_of(field.value);
      }
    }
  }

  void hide_all_of(const Value& value, std::string_view name) {
    std::for_each(value.items.begin(), value.items.end(), [&](const Value& item) { hide_all_of(item, name); });
    for (const Field& field : value.fields) {
      hide_all_of(field.value, name);
    }
    if (!secret_in(name, value.text).empty()) {
      hidden_.push_back(written(value));
    }
  }

  // `part` must be a view into the value's text.
  void hide_part(const Value& value, std::string_view part) {
    const Span whole = written(value);
    const std::size_t at = text_.substr(0, whole.start + whole.size).find(part, whole.start);
    hidden_.push_back(at == std::string_view::npos ? whole : Span{at, part.size()});
  }

  // Where a scalar stands as it was written; where that can't be made out, all that may be part of it.
  Span written(const Value& value) const {
    const std::size_t start = offset_of(value.where);
    const char first = start < text_.size() ? text_[start] : '\0';
    if (first == '\'' || first == '"') {
      return {start + 1, end_of_quoted(start) - start - 1};
    }
    const bool as_it_is = !value.text.empty() && text_.substr(start).starts_with(value.text);
    return {start, as_it_is ? value.text.size() : end_of_block(start) - start};
  }

  std::size_t end_of_quoted(std::size_t start) const {
    const char quote = text_[start];
    for (std::size_t at = start + 1; at < text_.size(); ++at) {
      const bool escapes = quote == '"' ? text_[at] == '\\' : text_.substr(at).starts_with("''");
      if (escapes) {
        ++at;
      } else if (text_[at] == quote) {
        return at;
      }
    }
    return text_.size();
  }

  // The end of the line, and of all lines below it that are indented further.
  std::size_t end_of_block(std::size_t start) const {
    auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), start);
    const std::size_t indent = indent_of(*std::prev(line));
    while (line != line_starts_.end() && (indent_of(*line) > indent || is_blank(*line))) {
      ++line;
    }
    return line == line_starts_.end() ? text_.size() : *line - 1;
  }

  std::size_t indent_of(std::size_t line_start) const {
    return std::min(text_.find_first_not_of(' ', line_start), text_.size()) - line_start;
  }

  bool is_blank(std::size_t line_start) const {
    return trim(text_.substr(line_start, text_.find('\n', line_start) - line_start)).empty();
  }

  // Of a document only comments and fields that are there twice are left: what stands in their line.
  void hide_text_behind_names(bool is_document) {
    for (std::size_t colon = text_.find(':'); colon != std::string_view::npos; colon = text_.find(':', colon + 1)) {
      const std::string_view name = name_before(colon);
      const auto start = static_cast<std::size_t>(name.data() - text_.data());
      const std::size_t end = is_document ? std::min(text_.find('\n', colon), text_.size()) : end_of_block(colon);
      const std::string_view rest = text_.substr(colon + 1, end - colon - 1);
      const bool has_value = keys_.count(start) > 0 || (start > 0 && keys_.count(start - 1) > 0);  // "'name'"
      if (!has_value && is_secret_name(name) && !secret_in(name, rest).empty()) {
        hidden_.push_back({colon + 1, rest.size()});
      }
    }
  }

  std::string_view name_before(std::size_t colon) const {
    std::string_view before = text_.substr(0, colon);
    before = before.substr(before.rfind('\n') + 1);
    while (!before.empty() && std::string_view(" \t'\"").find(before.back()) != std::string_view::npos) {
      before.remove_suffix(1);
    }
    return before.substr(before.find_last_of(" \t{}[],#'\"&*!|>") + 1);
  }

  void hide_passwords_in_text() {
    constexpr std::string_view mark = "://";
    for (std::size_t at = text_.find(mark); at != std::string_view::npos; at = text_.find(mark, at + 1)) {
      const std::string_view word = text_.substr(at, text_.find_first_of(" \t\r\n\"'", at) - at);
      if (const std::string_view secret = secret_in("base_url", word); !secret.empty()) {
        hidden_.push_back({static_cast<std::size_t>(secret.data() - text_.data()), secret.size()});
      }
    }
  }

  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::set<std::size_t> keys_;  // where keys of the document stand
  std::vector<Span> hidden_;
};

}  // namespace

SourcePointer with_hidden_secrets(const SourcePointer& source) {
  return std::make_shared<const Source>(source->path(), std::string(source->text()), source->first_line(),
                                        SecretPlaces(source).take());
}

}  // namespace promptctl

#include "document/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/scalar.hpp"

namespace promptctl {
namespace {

constexpr int deepest = 256;
constexpr std::size_t spare_nodes = 100'000;

// Stands for the `?` of `{name?: string}` while yaml-cpp reads, which takes that `?` for the start of a key although
// YAML 1.2 does not. No text has this control character: where a file does, nothing is replaced.
constexpr char question_mark = '\x1A';

std::string with_hidden_question_marks(std::string_view text) {
  std::string hidden(text);
  if (hidden.find(question_mark) != std::string::npos) {
    return hidden;
  }
  for (std::size_t at = 1; at < hidden.size(); ++at) {
    const bool in_a_word = std::isalnum(static_cast<unsigned char>(hidden[at - 1])) != 0 || hidden[at - 1] == '_';
    if (hidden[at] == '?' && in_a_word) {
      hidden[at] = question_mark;
    }
  }
  return hidden;
}

std::string with_question_marks(std::string text) {
  std::replace(text.begin(), text.end(), question_mark, '?');
  return text;
}

// Thrown and caught in this file only: ends the conversion of a document that must not be converted further.
struct Refused {};

class Converter {
 public:
  // A document without aliases has fewer nodes than bytes, so that only aliases can pass this limit.
  Converter(const SourcePointer& source, std::string_view part, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), nodes_left_(part.size() + spare_nodes) {
    const auto offset = static_cast<std::size_t>(part.data() - source->text().data());
    first_line_ = locate(source, offset).line;
  }

  Value convert(const YAML::Node& node, const Location& around, int depth) {
    Value value;
    value.where =
        node.Mark().is_null() || node.IsNull() ? around : place(node.Mark());  // Null's mark is the next token's.
    if (depth > deepest) {
      refuse("too-deep", value.where, fmt::format("nested more than {} levels deep", deepest));
    }
    if (nodes_left_-- == 0) {
      refuse("yaml-aliases", value.where, "the document's aliases expand to too many values");
    }
    fill(value, node, depth);
    return value;
  }

  Location place(const YAML::Mark& mark) const { return {source_, first_line_ + mark.line, mark.column + 1}; }

  [[noreturn]] void refuse(std::string_view code, const Location& where, std::string message) {
    diagnostics_.error(code, where, std::move(message));
    throw Refused();
  }

 private:
  void fill(Value& value, const YAML::Node& node, int depth) {
    switch (node.Type()) {
      case YAML::NodeType::Scalar:
        fill_scalar(value, node);
        break;
      case YAML::NodeType::Sequence:
        value.kind = Value::Kind::list;
        for (const auto& item : node) {
          value.items.push_back(convert(item, value.where, depth + 1));
        }
        break;
      case YAML::NodeType::Map:
        value.kind = Value::Kind::map;
        for (const auto& field : node) {
          add_field(value, field.first, field.second, depth);
        }
        break;
      case YAML::NodeType::Null:
      case YAML::NodeType::Undefined:
        break;
    }
  }

  // yaml-cpp tags a plain scalar `?` and a quoted or block one `!`.
  void fill_scalar(Value& value, const YAML::Node& node) {
    constexpr std::string_view core = "tag:yaml.org,2002:";
    const std::string& tag = node.Tag();
    const std::string text = with_question_marks(node.Scalar());
    const Location where = value.where;
    if (tag == "?" || tag.empty()) {
      value = resolve_plain_scalar(text);
    } else if (tag == "!" || tag == "tag:yaml.org,2002:str") {
      value = text_value(text);
    } else if (tag.starts_with(core)) {
      value = resolve_plain_scalar(text);
    } else {
      diagnostics_.error("unsupported-yaml", where, fmt::format("the tag `{}` is not of YAML's core schema", tag));
    }
    value.where = where;
  }

  void add_field(Value& map, const YAML::Node& key, const YAML::Node& node, int depth) {
    const Location where = key.Mark().is_null() ? map.where : place(key.Mark());
    if (!key.IsScalar()) {
      diagnostics_.error("unsupported-yaml", where, "a key must be plain text");
      return;
    }
    const std::string name = with_question_marks(key.Scalar());
    if (name == "<<" && key.Tag() == "?") {
      diagnostics_.error("unsupported-yaml", where, "merge keys (`<<`) are not part of YAML 1.2", "write the keys out");
      return;
    }
    if (map.find(name) != nullptr) {
      diagnostics_.error("duplicate-key", where, fmt::format("`{}` is written twice", name));
      return;
    }
    map.fields.push_back({name, where, convert(node, where, depth + 1)});
  }

  const SourcePointer& source_;
  Diagnostics& diagnostics_;
  int first_line_ = 1;
  std::size_t nodes_left_;
};

// Notes where a document starts, and nothing else.
class DocumentStart : public YAML::EventHandler {
 public:
  YAML::Mark mark = YAML::Mark::null_mark();

  void OnDocumentStart(const YAML::Mark& start) override { mark = start; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// YAML::Load reads the first document and drops the rest without a word; YAML::LoadAll never ends on `,,`.
void refuse_second_document(Converter& converter, const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  DocumentStart document;
  if (parser.HandleNextDocument(document) && parser.HandleNextDocument(document)) {
    converter.refuse("unsupported-yaml", converter.place(document.mark), "more text after the end of the document");
  }
}

std::optional<Value> convert_only_document(Converter& converter, const std::string& text) {
  const YAML::Node document = YAML::Load(text);
  refuse_second_document(converter, text);
  return converter.convert(document, converter.place({}), 0);
}

}  // namespace

std::optional<Value> read_yaml(const SourcePointer& source, std::string_view part, Diagnostics& diagnostics) {
  const auto start = static_cast<std::size_t>(part.data() - source->text().data());
  if (const auto invalid = find_invalid_utf8(part)) {
    diagnostics.error("invalid-utf8", locate(source, start + *invalid), "the text is not UTF-8 here");
    return std::nullopt;
  }
  Converter converter(source, part, diagnostics);
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  try {
    return convert_only_document(converter,
                                 with_hidden_question_marks(part.substr(part.starts_with(byte_order_mark) ? 3 : 0)));
  } catch (const YAML::Exception& error) {
    diagnostics.error("yaml-syntax", error.mark.is_null() ? locate(source, start) : converter.place(error.mark),
                      error.msg);
  } catch (const Refused&) {
  }
  return std::nullopt;
}

std::optional<Value> read_yaml(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_yaml(source, source->text(), diagnostics);
}

}  // namespace promptctl

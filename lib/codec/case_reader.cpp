#include "codec/case_reader.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "codec/case_record.hpp"
#include "codec/csv.hpp"
#include "codec/json.hpp"
#include "codec/yaml.hpp"

namespace promptctl {
namespace {

// Where records come from, each as one map. False at the end.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  virtual bool next(Value& record) = 0;
};

class JsonlSource : public RecordSource {
 public:
  JsonlSource(std::string path, ByteStream bytes, Diagnostics& diagnostics)
      : path_(std::move(path)), bytes_(std::move(bytes)), diagnostics_(diagnostics) {}

  bool next(Value& record) override {
    std::string line;
    while (next_line(line)) {
      if (trim(line).empty()) {
        continue;
      }
      const auto source = std::make_shared<const Source>(path_, std::move(line), line_);
      if (auto value = read_json(source, diagnostics_)) {
        record = std::move(*value);
        return true;
      }
    }
    return false;
  }

 private:
  bool next_line(std::string& line) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t end = buffer_.find('\n', used_);
    while (end == std::string::npos) {
      buffer_.erase(0, std::exchange(used_, 0));
      const std::size_t searched = buffer_.size();
      std::string chunk;
      if (!bytes_(chunk)) {
        end = buffer_.size();
        break;
      }
      buffer_ += chunk;
      end = buffer_.find('\n', searched);
    }
    if (used_ >= buffer_.size()) {
      return false;
    }
    line = buffer_.substr(used_, end - used_);
    used_ = std::min(end + 1, buffer_.size());
    if (++line_ == 1 && line.starts_with(byte_order_mark)) {
      line.erase(0, byte_order_mark.size());
    }
    return true;
  }

  std::string path_;
  ByteStream bytes_;
  Diagnostics& diagnostics_;
  std::string buffer_;
  std::size_t used_ = 0;
  int line_ = 0;
};

// A JSON or YAML document whose root is a list.
class DocumentSource : public RecordSource {
 public:
  using Reader = std::optional<Value> (*)(const SourcePointer&, Diagnostics&);

  DocumentSource(const std::string& path, const ByteStream& bytes, Reader reader, Diagnostics& diagnostics) {
    std::string text;
    for (std::string chunk; bytes(chunk);) {
      text += chunk;
    }
    auto document = reader(std::make_shared<const Source>(path, std::move(text)), diagnostics);
    if (!document) {
      return;
    }
    if (!document->is_list()) {
      diagnostics.error("wrong-kind", document->where,
                        fmt::format("a dataset must be a list of cases, not {}", kind_name(document->kind)));
    }
    items_ = std::move(document->items);
  }

  bool next(Value& record) override {
    if (at_ == items_.size()) {
      return false;
    }
    record = std::move(items_[at_++]);
    return true;
  }

 private:
  std::vector<Value> items_;
  std::size_t at_ = 0;
};

// The first record names the columns. `id`, `expected` and the other keys of a case mean what they mean in JSON; `tags`
// are separated by semicolons; every other column, and every one written `vars.NAME`, is a variable of text, and one
// written `NAME:json` a variable of any kind. An empty cell that is not quoted gives no key of a case, and one of JSON
// no variable.
class CsvSource : public RecordSource {
 public:
  CsvSource(std::string path, ByteStream bytes, Diagnostics& diagnostics)
      : reader_(std::move(path), std::move(bytes), diagnostics), diagnostics_(diagnostics) {
    reader_.next(header_);
  }

  bool next(Value& record) override {
    CsvRecord row;
    while (reader_.next(row)) {
      if (row.cells.size() == header_.cells.size()) {
        const std::size_t errors_before = diagnostics_.errors();
        record = as_record(row);
        if (diagnostics_.errors() == errors_before) {
          return true;
        }
        continue;
      }
      diagnostics_.error(
          "csv-syntax", row.where,
          fmt::format("the row has {}, the header {}", counted(row.cells.size(), "cell"), header_.cells.size()));
    }
    return false;
  }

 private:
  static Value as_value(std::string_view column, const CsvRecord::Cell& cell) {
    Value value;
    if (column == "tags") {
      value = list_value({});
      for (const std::string_view tag : split(cell.text, ';')) {
        value.items.push_back(text_value(trim(tag)));
        value.items.back().where = cell.where;
      }
    } else if (column == "critical" && (cell.text == "true" || cell.text == "false")) {
      value = boolean_value(cell.text == "true");
    } else if (column == "threshold" && parse_number(cell.text)) {
      value = number_value(cell.text);
    } else {
      value = text_value(cell.text);
    }
    value.where = cell.where;
    return value;
  }

  void add(Value& map, std::string_view name, const Location& where, Value value) {
    if (map.find(name) != nullptr) {
      diagnostics_.error("duplicate-key", where, fmt::format("`{}` is written twice", name));
      return;
    }
    map.fields.push_back({std::string(name), where, std::move(value)});
  }

  void add_json(Value& vars, std::string_view name, const CsvRecord::Cell& cell) {
    if (trim(cell.text).empty()) {
      return;
    }
    if (auto value = parse_json(cell.text)) {
      value->where = cell.where;
      add(vars, name, cell.where, std::move(*value));
    } else {
      diagnostics_.error("json-syntax", cell.where, fmt::format("`{}` is no JSON", cell.text));
    }
  }

  Value as_record(const CsvRecord& row) {
    constexpr std::string_view prefix = "vars.";
    constexpr std::string_view json_suffix = ":json";
    static const std::vector<std::string_view> keys{"id",       "expected",  "tags",        "group",
                                                    "critical", "threshold", "description", "output"};
    Value record = map_value();
    Value vars = map_value();
    record.where = vars.where = row.where;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const std::string_view column = header_.cells[at].text;
      const CsvRecord::Cell& cell = row.cells[at];
      if (column.ends_with(json_suffix)) {
        add_json(vars, column.substr(0, column.size() - json_suffix.size()), cell);
      } else if (column.starts_with(prefix)) {
        add(vars, column.substr(prefix.size()), cell.where, as_value({}, cell));
      } else if (std::find(keys.begin(), keys.end(), column) == keys.end()) {
        add(vars, column, cell.where, as_value({}, cell));
      } else if (!cell.text.empty() || cell.quoted) {
        add(record, column, cell.where, as_value(column, cell));
      }
    }
    add(record, "vars", row.where, std::move(vars));
    return record;
  }

  CsvReader reader_;
  Diagnostics& diagnostics_;
  CsvRecord header_;
};

class DatasetReader : public CaseReader {
 public:
  DatasetReader(std::unique_ptr<RecordSource> records, Diagnostics& diagnostics)
      : records_(std::move(records)), diagnostics_(diagnostics) {}

  bool next(Case& golden) override {
    Value record;
    while (records_->next(record)) {
      digest_.update(canonical_json(record) + "\n");
      if (auto read = read_case(record, diagnostics_); read && is_new(*read)) {
        golden = std::move(*read);
        return true;
      }
    }
    return false;
  }

  std::string digest() override { return digest_.hex(); }

 private:
  bool is_new(const Case& golden) {
    const auto [earlier, fresh] = lines_.emplace(golden.id, golden.where.line);
    if (!fresh) {
      diagnostics_.error("duplicate-case", golden.where,
                         fmt::format("the case `{}` is already at line {}", golden.id, earlier->second),
                         "an `id` joins the results of two runs: give each case its own");
    }
    return fresh;
  }

  std::unique_ptr<RecordSource> records_;
  Diagnostics& diagnostics_;
  Sha256 digest_;
  std::unordered_map<std::string, int> lines_;
};

std::unique_ptr<RecordSource> open_records(const std::string& path, ByteStream bytes, Diagnostics& diagnostics) {
  if (path.ends_with(".jsonl")) {
    return std::make_unique<JsonlSource>(path, std::move(bytes), diagnostics);
  }
  if (path.ends_with(".csv")) {
    return std::make_unique<CsvSource>(path, std::move(bytes), diagnostics);
  }
  if (path.ends_with(".json")) {
    return std::make_unique<DocumentSource>(path, bytes, &read_json, diagnostics);
  }
  if (path.ends_with(".yaml") || path.ends_with(".yml")) {
    return std::make_unique<DocumentSource>(
        path, bytes, [](const SourcePointer& source, Diagnostics& faults) { return read_yaml(source, faults); },
        diagnostics);
  }
  throw Failure("unknown-dataset", whole_file(path), "the dataset's format is not known by its name",
                "name it .jsonl, .json, .yaml or .csv");
}

}  // namespace

std::unique_ptr<CaseReader> read_cases(const std::string& path, ByteStream bytes, Diagnostics& diagnostics) {
  return std::make_unique<DatasetReader>(open_records(path, std::move(bytes), diagnostics), diagnostics);
}

}  // namespace promptctl

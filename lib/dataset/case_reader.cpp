#include "dataset/case_reader.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

#include "base/digest.hpp"
#include "base/file_text.hpp"
#include "base/text.hpp"
#include "dataset/case_record.hpp"
#include "dataset/csv_cases.hpp"
#include "document/json.hpp"
#include "document/json_lines.hpp"
#include "document/yaml.hpp"

namespace promptctl {
namespace {

class JsonlSource : public RecordSource {
 public:
  JsonlSource(std::string path, ByteStream text, Diagnostics& diagnostics)
      : lines_(std::move(path), std::move(text), diagnostics) {}

  bool next(Value& record) override { return lines_.next(record); }

 private:
  JsonLines lines_;
};

// A JSON or YAML document whose root is a list.
class DocumentSource : public RecordSource {
 public:
  using Reader = std::optional<Value> (*)(const SourcePointer&, Diagnostics&);

  DocumentSource(const std::string& path, const ByteStream& text, Reader reader, Diagnostics& diagnostics) {
    auto document = reader(std::make_shared<const Source>(path, whole_text(text, path)), diagnostics);
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

class DatasetReader : public CaseReader {
 public:
  DatasetReader(std::unique_ptr<RecordSource> records, Diagnostics& diagnostics)
      : records_(std::move(records)), diagnostics_(diagnostics) {}

  bool next(Case& golden) override {
    Value record;
    while (records_->next(record)) {
      digest_.update(identity_text(record) + "\n");
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

std::unique_ptr<RecordSource> open_records(const std::string& path, ByteStream text, Diagnostics& diagnostics) {
  if (path.ends_with(".jsonl")) {
    return std::make_unique<JsonlSource>(path, std::move(text), diagnostics);
  }
  if (path.ends_with(".csv")) {
    return std::make_unique<CsvCases>(path, std::move(text), diagnostics);
  }
  if (path.ends_with(".json")) {
    return std::make_unique<DocumentSource>(path, text, &read_json, diagnostics);
  }
  if (path.ends_with(".yaml") || path.ends_with(".yml")) {
    return std::make_unique<DocumentSource>(
        path, text, [](const SourcePointer& source, Diagnostics& faults) { return read_yaml(source, faults); },
        diagnostics);
  }
  throw Failure("unknown-dataset", whole_file(path), "the dataset's format is not known by its name",
                "name it .jsonl, .json, .yaml or .csv");
}

}  // namespace

std::unique_ptr<CaseReader> read_cases(const std::string& path, ByteStream text, Diagnostics& diagnostics) {
  return std::make_unique<DatasetReader>(open_records(path, std::move(text), diagnostics), diagnostics);
}

}  // namespace promptctl

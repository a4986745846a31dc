#include "codec/csv.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {

CsvReader::CsvReader(std::string path, ByteStream bytes, Diagnostics& diagnostics)
    : path_(std::move(path)), bytes_(std::move(bytes)), diagnostics_(diagnostics) {}

// The bytes of the next record, its line break included: up to a line break outside quotes.
bool CsvReader::next_raw(std::string& raw) {
  bool quoted = false;
  std::size_t at = used_;
  for (;; ++at) {
    if (at == buffer_.size()) {
      buffer_.erase(0, used_);
      at -= std::exchange(used_, 0);
      std::string chunk;
      if (ended_ || !bytes_(chunk)) {
        ended_ = true;
        break;
      }
      buffer_ += chunk;
    }
    if (buffer_[at] == '"') {
      quoted = !quoted;
    } else if (buffer_[at] == '\n' && !quoted) {
      ++at;
      break;
    }
  }
  raw = buffer_.substr(used_, at - used_);
  used_ = at;
  return !raw.empty();
}

bool CsvReader::next(CsvRecord& record) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string raw;
  while (next_raw(raw)) {
    const int line = line_;
    line_ += static_cast<int>(std::count(raw.begin(), raw.end(), '\n'));
    if (line == 1 && raw.starts_with(byte_order_mark)) {
      raw.erase(0, byte_order_mark.size());
    }
    if (trim(raw).empty()) {
      continue;
    }
    const auto source = std::make_shared<const Source>(path_, std::move(raw), line);
    if (const auto invalid = find_invalid_utf8(source->text())) {
      diagnostics_.error("invalid-utf8", locate(source, *invalid), "the text is not UTF-8 here");
      continue;
    }
    parse(source, record);
    return true;
  }
  return false;
}

void CsvReader::parse(const SourcePointer& source, CsvRecord& record) {
  record.cells.clear();
  record.where = locate(source, 0);
  std::string_view text = source->text();
  for (const char line_end : {'\n', '\r'}) {
    text.remove_suffix(text.ends_with(line_end) ? 1 : 0);
  }
  for (std::size_t at = 0; at <= text.size(); ++at) {
    CsvRecord::Cell& cell = record.cells.emplace_back();
    cell.where = locate(source, at);
    at = at < text.size() && text[at] == '"' ? parse_quoted(source, text, at, cell) : parse_plain(text, at, cell);
  }
}

// Both fill `cell` from the cell at `at` and return the offset of the comma or the end behind it.
std::size_t CsvReader::parse_plain(std::string_view text, std::size_t at, CsvRecord::Cell& cell) {
  const std::size_t end = std::min(text.find(',', at), text.size());
  cell.text = text.substr(at, end - at);
  if (cell.text.find('"') != std::string::npos) {
    diagnostics_.error("csv-syntax", cell.where, "a cell with a double quote in it must be quoted as a whole",
                       "write \"say \"\"hello\"\"\" for say \"hello\"");
  }
  return end;
}

std::size_t CsvReader::parse_quoted(const SourcePointer& source, std::string_view text, std::size_t at,
                                    CsvRecord::Cell& cell) {
  cell.quoted = true;
  for (++at; at < text.size() && !(text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')); ++at) {
    at += text[at] == '"' ? 1 : 0;
    cell.text += text[at];
  }
  if (at >= text.size()) {
    diagnostics_.error("csv-syntax", cell.where, "the quoted cell has no closing quote");
    return text.size();
  }
  if (at + 1 < text.size() && text[at + 1] != ',') {
    diagnostics_.error("csv-syntax", locate(source, at + 1), "text after the closing quote of a cell");
  }
  return std::min(text.find(',', at), text.size());
}

}  // namespace promptctl

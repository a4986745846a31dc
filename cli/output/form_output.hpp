#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/line/options.hpp"
#include "report/run/report_format.hpp"

namespace promptctl::cli {

// Where a report goes and in what form: `--format`, `--json`, `-o` and `--cases`, alike in every command that has one.
struct FormOutput {
  std::string format;
  bool json = false;
  std::vector<std::string> files;
  std::optional<long long> most_cases;
  std::string signing_key;  // a file, for evidence; empty: it is not signed
};

// The forms of one kind of report.
struct FormTable {
  std::vector<std::string_view> names;
  std::vector<std::pair<std::string_view, std::string_view>> by_extension;  // of a file's name; the first that fits
  std::size_t usual_cases = 10;                                             // that are shown in detail
  std::string cases;                                                        // what these are: "failed cases"
  CommandSpelling (*commands)(std::string_view form) = nullptr;             // what a form declares
};

void declare_form_output(Options& options, FormOutput& target, const FormTable& forms);

// `--sign`, where evidence may be written.
void declare_signing(Options& options, FormOutput& target);

// Throws `Failure` for a form that is not known or not said, for two that contradict each other, and for a file that
// can't be one, and for a key that can't sign, before anything is run.
void check_form_output(const FormOutput& output, const FormTable& forms, const Session& session);

// Every form that will be written, that of standard output first.
std::vector<std::string> forms_of(const FormOutput& output, const FormTable& forms);

// How many cases are shown in detail.
std::size_t most_cases(const FormOutput& output, const FormTable& forms);

using WriteForm = std::function<void(std::string_view form, const ReportStyle& style, std::ostream& out)>;

// Standard output gets the form asked for, or `console`. Each file named gets the one its extension says, else the one
// asked for; files are written whole or not at all, after standard output. `github` also adds the form `markdown` to
// the file that GITHUB_STEP_SUMMARY names.
void write_forms(const FormOutput& output, const FormTable& forms, const WriteForm& write, const Session& session);

}  // namespace promptctl::cli

#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace promptctl {

// How a report for people is laid out. Reports for machines ignore it.
struct ReportStyle {
  bool color = false;
  std::size_t width = 80;       // columns
  std::size_t most_cases = 10;  // shown in detail

  // The path, as the host of the repository knows it, of the file of a prompt; empty where there is none. Null: nobody
  // knows, and no form names a file.
  std::function<std::string(const std::string& prompt)> file_of_prompt = nullptr;

  // Evidence with a signature, of a statement without one. Null: evidence is not signed.
  std::function<std::string(const std::string& statement)> sign = nullptr;

  std::string file_of(const std::string& prompt) const { return file_of_prompt ? file_of_prompt(prompt) : ""; }
};

}  // namespace promptctl

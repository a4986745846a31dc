#pragma once

#include <map>
#include <string>

#include "ports/files.hpp"
#include "prompt/bundle.hpp"

namespace promptctl {

// A registry's files that hold one prompt, under its own name, and the partials it reaches.
class BundleFiles : public Files {
 public:
  BundleFiles(const std::string& prompt, const BundleText& text);

  // A version can't be written to: `std::logic_error`.
  void write(const std::string& path, std::string_view content) override;

 protected:
  Kind kind(const std::string& path) const override;
  std::string link_target(const std::string& path) const override;
  std::vector<Entry> entries(const std::string& folder) const override;
  std::optional<FileBytes> open_file(const std::string& path) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace promptctl

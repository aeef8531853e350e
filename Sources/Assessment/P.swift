enum PlaceholderAssessment {}

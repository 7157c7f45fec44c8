template judge(review: text) -> text { max_token: 8, temprature: 0.2 } """
  {{ review }}
"""
